# Several types need brackets.
try:
    pass
except ValueError, KeyError:  # expect syntax error: SyntaxError: multiple exception types must be parenthesized
    pass
