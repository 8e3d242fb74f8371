"""The checker's rules: one small function each, from what was read to problems.

A rule takes one scope and yields problems; the lists ``RULES`` in the modules say which apply. To
add a rule, write the function, put it into its list, and explain its code in ``content/codes``.
"""
