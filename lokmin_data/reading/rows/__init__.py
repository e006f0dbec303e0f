"""What each row of a table is, and which of several rows of a desa counts."""
