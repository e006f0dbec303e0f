"""The numbers of all tables as records, brought together: one for each observation."""
