"""A session: a plan being worked on, its report, and the way back. Pure values; the interface holds the current one."""
