"""What can be wrong with an expression."""


class ExpressionFault(ValueError):  # noqa: N818 - it is a fault in an expression, not in the program
    """An expression that cannot be read or worked out; the message is a phrase that says what and where."""
