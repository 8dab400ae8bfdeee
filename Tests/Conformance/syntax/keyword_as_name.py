# A keyword is no name.
class = 5  # expect syntax error: SyntaxError: invalid syntax
