"""Reading: the files of a scenario become plain data with the place of everything in it."""
