"""Ways out: the plan in forms that are read elsewhere. Pure functions from a plan to text; no files, no clock."""
