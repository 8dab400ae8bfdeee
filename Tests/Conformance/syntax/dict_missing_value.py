# A key without its value.
d = {'a': 1, 'b':}  # expect syntax error: SyntaxError: expression expected after dictionary key and ':'
