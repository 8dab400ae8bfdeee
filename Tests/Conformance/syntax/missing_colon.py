# A missing colon.
print('never')
if True  # expect syntax error: SyntaxError: expected ':'
    print('x')
