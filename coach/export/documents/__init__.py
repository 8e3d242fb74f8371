"""What can be printed: builders from values of the domain to documents."""
