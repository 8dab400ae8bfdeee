# nonlocal at the left margin.
nonlocal n  # expect syntax error: SyntaxError: nonlocal declaration not allowed at module level
