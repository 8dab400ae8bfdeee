# A lambda has room for an expression only.
f = lambda: return 1  # expect syntax error: SyntaxError: invalid syntax
