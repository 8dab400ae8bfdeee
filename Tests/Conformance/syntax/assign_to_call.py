# A call cannot be assigned to.
len(x) = 3  # expect syntax error: SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
