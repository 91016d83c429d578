"""Readiness: what the promise needs, and what is more than that. Rules speak, the ledger counts, the report tells."""
