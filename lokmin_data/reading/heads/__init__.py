"""Finds the tables of a sheet and what their heads say of each column."""
