# Only exception classes can be caught.
try:
    try:
        1 / 0
    except 'text':
        print('never')
except TypeError as error:
    print(error)
# expect: catching classes that do not inherit from BaseException is not allowed
