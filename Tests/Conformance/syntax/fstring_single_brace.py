# A closing brace alone.
print(f'a } b')  # expect syntax error: SyntaxError: f-string: single '}' is not allowed
