# Every exception remembers which one was being handled.
try:
    try:
        [][1]
    except IndexError:
        raise ValueError('second')
except ValueError as error:
    print(repr(error.__context__), error.__cause__)
# expect: IndexError('list index out of range') None
try:
    raise ValueError('alone')
except ValueError as error:
    print(error.__context__)
# expect: None
