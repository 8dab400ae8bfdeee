# <> is gone.
print(1 <> 2)  # expect syntax error: SyntaxError: invalid syntax
