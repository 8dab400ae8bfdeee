# A number that runs into a name.
n = 12abc  # expect syntax error: SyntaxError: invalid decimal literal
