# A missing comma.
values = [1 2, 3]  # expect syntax error: SyntaxError: invalid syntax. Perhaps you forgot a comma?
