# A loop's body that is not indented.
for i in range(3):
print(i)  # expect syntax error: IndentationError: expected an indented block after 'for' statement on line 2
