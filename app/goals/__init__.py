"""Goals by horizon: by when, why, how far; and the boxes of goals, steps and tasks, ticked where they stand."""
