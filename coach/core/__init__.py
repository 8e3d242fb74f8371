"""The domain: frozen structs and pure functions, with no I/O, clock or randomness of their own."""
