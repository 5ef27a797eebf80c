"""Rounds: one interview each, with what was answered and seen in it."""
