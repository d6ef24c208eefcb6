"""The vocabulary that every other part shares. Knows no scenario and no rule."""
