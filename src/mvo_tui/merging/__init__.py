"""Merging: two plans that grew from one become one plan again, by meaning, and what could not be decided is told.

Pure values: plans in, a plan and its conflicts out. `merge.merge` is the door.
"""
