"""Calibration: what games of a scenario measure, held against what really happened."""
