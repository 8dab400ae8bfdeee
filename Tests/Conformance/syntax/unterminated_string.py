# A string that is not closed.
name = 'Ann  # expect syntax error: SyntaxError: unterminated string literal (detected at line 2)
