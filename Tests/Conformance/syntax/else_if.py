# else if is elif.
if 1:
    pass
else if 2:  # expect syntax error: SyntaxError: expected ':'
    pass
