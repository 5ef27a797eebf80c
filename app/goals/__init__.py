"""Goals, their steps, and the other boxes of a sheet: ticked where they stand."""
