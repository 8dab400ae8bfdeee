# Two starred names.
*a, *b = [1, 2]  # expect syntax error: SyntaxError: multiple starred expressions in assignment
