"""Branching conversations with a persona: what authors write, how they are played, what can be reached."""
