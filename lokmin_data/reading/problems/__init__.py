"""What the reader has to say of a report: one small class a kind, listed in `docs/galat.md`."""
