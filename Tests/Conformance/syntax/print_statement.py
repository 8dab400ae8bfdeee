# print as it was in Python 2.
print 'hello'  # expect syntax error: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
