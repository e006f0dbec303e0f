"""The meeting: agenda from the data, action plan (RTL), follow-up, and the deck as data."""
