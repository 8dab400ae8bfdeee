# None is not a name.
None = 1  # expect syntax error: SyntaxError: cannot assign to None
