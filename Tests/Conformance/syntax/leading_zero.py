# A number that begins with zero.
n = 007  # expect syntax error: SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
