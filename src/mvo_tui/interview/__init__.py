"""The interview: which question comes next, what it says, what may be answered, and the edit that an answer is."""
