# The name of an except clause goes away with it.
error = 'before'
try:
    1 / 0
except ZeroDivisionError as error:
    print(error)
# expect: division by zero
print(error)
# expect error: NameError: name 'error' is not defined. Did you mean: 'OSError'?
