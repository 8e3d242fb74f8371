"""Coach: sales training and structured interviews in the terminal."""

__version__ = "0.1.0"
