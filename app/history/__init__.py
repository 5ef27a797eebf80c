"""History: what a text said before, how it changed word by word, and the way back to any of it."""
