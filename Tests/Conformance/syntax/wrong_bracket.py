# A bracket closed by another kind.
items = [1, 2)  # expect syntax error: SyntaxError: closing parenthesis ')' does not match opening parenthesis '['
