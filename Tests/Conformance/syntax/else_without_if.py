# else without if.
else:  # expect syntax error: SyntaxError: invalid syntax
    print('x')
