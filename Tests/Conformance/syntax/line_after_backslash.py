# Something behind a backslash.
x = 1 + \ 2  # expect syntax error: SyntaxError: unexpected character after line continuation character
