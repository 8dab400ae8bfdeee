# raise with a class makes an instance.
try:
    raise ValueError
except ValueError as error:
    print(repr(error))
# expect: ValueError()
try:
    raise 'text'
except TypeError as error:
    print(error)
# expect: exceptions must derive from BaseException
try:
    raise 5
except TypeError as error:
    print(error)
# expect: exceptions must derive from BaseException
try:
    raise
except RuntimeError as error:
    print(error)
# expect: No active exception to reraise
raise RuntimeError('end')
# expect error: RuntimeError: end
