"""The first page: the openings, and the ways to begin one."""
