"""Deconfliction: a turn-based policy wargame of eastern Syria in 2017, and its engine."""

__version__ = "0.1.0"
