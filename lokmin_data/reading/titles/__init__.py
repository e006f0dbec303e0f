"""What a title makes of the table below it: other people, a part of them, other months, no coverage at all."""
