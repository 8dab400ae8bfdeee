# try without except or finally.
try:
    print('x')
print('y')  # expect syntax error: SyntaxError: expected 'except' or 'finally' block
