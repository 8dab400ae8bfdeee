# A bracket too many.
print(1))  # expect syntax error: SyntaxError: unmatched ')'
