# An operator without its right side.
x = 1 +  # expect syntax error: SyntaxError: invalid syntax
