"""Facts about people: an append-only log of events, and where it is kept."""
