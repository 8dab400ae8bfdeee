# There is no ++.
i = 0
i++  # expect syntax error: SyntaxError: invalid syntax
