"""Readiness: what the promise needs and what is more than it needs. Rules speak, the ledger counts, the report tells."""
