# A number cannot be deleted.
del 5  # expect syntax error: SyntaxError: cannot delete literal
