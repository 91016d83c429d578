"""Traces: what an item serves, what carries a promise."""
