# A number cannot be assigned to.
5 = x  # expect syntax error: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
