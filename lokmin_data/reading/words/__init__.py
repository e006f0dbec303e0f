"""What texts say: their words, the period and the place they speak of, what one head or title means."""
