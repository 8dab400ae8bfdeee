# Nothing inside the braces.
print(f'{}')  # expect syntax error: SyntaxError: f-string: empty expression not allowed
