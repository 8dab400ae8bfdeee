# A handler inside a handler.
def f():
    try:
        try:
            [][0]
        except KeyError:
            print('not this')
        finally:
            print('inner finally')
    except IndexError as error:
        print('outer', error)
        try:
            {}[1]
        except KeyError as inner:
            print('inner', inner)
    print('on')


f()
# expect: inner finally
# expect: outer list index out of range
# expect: inner 1
# expect: on
try:
    try:
        raise ValueError('a')
    except ValueError:
        raise
except ValueError as error:
    print('again', error)
# expect: again a
