"""The plan in plain text, a section a module; `plan_text` puts them together."""
