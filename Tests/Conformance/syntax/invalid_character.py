# A character from a text processor.
print(“hello”)  # expect syntax error: SyntaxError: invalid character '“' (U+201C)
