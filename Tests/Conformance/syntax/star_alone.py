# A starred name alone.
*a = [1, 2]  # expect syntax error: SyntaxError: starred assignment target must be in a list or tuple
