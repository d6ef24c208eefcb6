"""A tournament of doctrines over hidden worlds: is there one right answer, and is intent hidden."""
