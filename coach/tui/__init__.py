"""The terminal program: screens over the services."""
