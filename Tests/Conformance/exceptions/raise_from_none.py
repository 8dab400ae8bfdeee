# from None hides the first.
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError('hidden') from None
except ValueError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
# expect: ZeroDivisionError('division by zero') None True
