"""Lists of persons, counted in memory; nothing of a person leaves this room."""
