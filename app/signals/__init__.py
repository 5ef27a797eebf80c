"""Signals: what was seen of each in every round, ticked in place."""
