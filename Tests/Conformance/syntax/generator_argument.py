# A generator expression beside another argument needs brackets.
print(sum(x for x in [1], 2))  # expect syntax error: SyntaxError: Generator expression must be parenthesized
