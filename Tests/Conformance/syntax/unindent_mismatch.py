# A line that fits no block.
if True:
        a = 1
    b = 2  # expect syntax error: IndentationError: unindent does not match any outer indentation level
