"""What exercise widgets need of the terminal interface; it knows Textual and nothing of the app."""
