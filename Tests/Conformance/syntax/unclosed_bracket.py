# A bracket that is never closed.
print('never')
print((1, 2)  # expect syntax error: SyntaxError: '(' was never closed
