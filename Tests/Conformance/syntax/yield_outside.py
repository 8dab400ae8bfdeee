# yield outside a function.
yield 1  # expect syntax error: SyntaxError: 'yield' outside function
