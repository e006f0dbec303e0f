"""One table read whole: which columns belong together, of which period and place, its numbers; nothing is judged yet."""
