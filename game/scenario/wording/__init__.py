"""Wording: how messages about a scenario are put, and guesses at what was meant."""
