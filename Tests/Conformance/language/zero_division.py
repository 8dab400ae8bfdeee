# Division by zero.
print(1 % 3)  # expect: 1
print(1 / 0)
# expect error: ZeroDivisionError: division by zero
