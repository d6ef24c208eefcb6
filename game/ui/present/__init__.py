"""Presenting: makes what a screen shows from the player's observation, and from nothing else."""
