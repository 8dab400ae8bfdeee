# The same argument twice.
print('a', sep='-', sep='+')  # expect syntax error: SyntaxError: keyword argument repeated: sep
