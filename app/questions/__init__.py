"""One question over all rounds: what each said to it, by whom, side by side, and what contradicts what."""
