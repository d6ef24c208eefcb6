"""Reports: what was measured or played, in words and as data for other programs."""
