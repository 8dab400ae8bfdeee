# A long string that is not closed.
x = 1
text = '''one  # expect syntax error: SyntaxError: unterminated triple-quoted string literal (detected at line 4)
two
