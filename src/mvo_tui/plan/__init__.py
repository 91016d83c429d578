"""The plan: what it is (model), how it changes (edits) and how to find one's way in it (places, index)."""
