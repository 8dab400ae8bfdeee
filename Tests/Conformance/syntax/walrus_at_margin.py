# := as a statement.
x := 5  # expect syntax error: SyntaxError: invalid syntax
