"""The parts of screens. A widget shows a slice that it is given and posts what the founder wants; it keeps no plan."""
