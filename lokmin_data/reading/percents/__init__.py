"""What printed percents prove of columns that their heads leave unclear."""
