# return outside a function.
print('never')
return 5  # expect syntax error: SyntaxError: 'return' outside function
