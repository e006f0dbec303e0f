"""What was not understood, and is told or asked instead of guessed."""
