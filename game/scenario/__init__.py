"""Scenarios: what an author may write, and how it is read, checked and explained."""
