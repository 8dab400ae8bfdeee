# A plain argument after a named one.
print(sep='-', 'a')  # expect syntax error: SyntaxError: positional argument follows keyword argument
