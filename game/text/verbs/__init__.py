"""What each verb of the command line does. They take what was typed and return an exit code."""
