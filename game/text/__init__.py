"""The game in a terminal: plain text in, plain text out, also for screen readers and pipes."""
