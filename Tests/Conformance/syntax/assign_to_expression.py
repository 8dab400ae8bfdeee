# A sum cannot be assigned to.
a + b = 3  # expect syntax error: SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
