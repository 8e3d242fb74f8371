"""The command line; :mod:`coach.cli.root` holds the commands, :mod:`coach.cli.program` the program."""
