# Conversions that fail.
def attempt(action):
    try:
        print(action())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)


attempt(lambda: int('x'))  # expect: ValueError invalid literal for int() with base 10: 'x'
attempt(lambda: int('1.5'))  # expect: ValueError invalid literal for int() with base 10: '1.5'
attempt(lambda: int(''))  # expect: ValueError invalid literal for int() with base 10: ''
attempt(lambda: int('12', 2))  # expect: ValueError invalid literal for int() with base 2: '12'
attempt(lambda: int(None))
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
attempt(lambda: int([1]))
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
attempt(lambda: float('abc'))  # expect: ValueError could not convert string to float: 'abc'
attempt(lambda: float(None))
# expect: TypeError float() argument must be a string or a real number, not 'NoneType'
attempt(lambda: int(float('inf')))
# expect: OverflowError cannot convert float infinity to integer
attempt(lambda: int(float('nan')))  # expect: ValueError cannot convert float NaN to integer
attempt(lambda: list(5))  # expect: TypeError 'int' object is not iterable
attempt(lambda: tuple(None))  # expect: TypeError 'NoneType' object is not iterable
attempt(lambda: dict([1]))
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
attempt(lambda: dict([(1, 2, 3)]))
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
attempt(lambda: set(3))  # expect: TypeError 'int' object is not iterable
attempt(lambda: chr(-1))  # expect: ValueError chr() arg not in range(0x110000)
attempt(lambda: ord('ab'))
# expect: TypeError ord() expected a character, but string of length 2 found
attempt(lambda: 10.0 ** 400)  # expect: OverflowError (34, 'Numerical result out of range')
attempt(lambda: float(10 ** 400))  # expect: OverflowError int too large to convert to float
