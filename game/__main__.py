"""`python -m game` does what the command `deconfliction` does."""

from game.cli import main

raise SystemExit(main())
