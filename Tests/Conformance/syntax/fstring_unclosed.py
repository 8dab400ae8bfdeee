# A brace that is not closed.
print(f'{1')  # expect syntax error: SyntaxError: f-string: expecting '}'
