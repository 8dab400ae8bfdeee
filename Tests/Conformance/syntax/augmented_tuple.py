# += has one target.
a, b += 1, 2  # expect syntax error: SyntaxError: 'tuple' is an illegal expression for augmented assignment
