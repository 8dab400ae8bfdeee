# try, except, else, finally.
def run(action):
    try:
        print('try')
        value = action()
    except ZeroDivisionError:
        print('zero')
        value = None
    except (KeyError, IndexError) as error:
        print('lookup', error)
        value = -1
    else:
        print('else')
    finally:
        print('finally')
    return value


print(run(lambda: 5))
# expect: try
# expect: else
# expect: finally
# expect: 5
print(run(lambda: 1 / 0))
# expect: try
# expect: zero
# expect: finally
# expect: None
print(run(lambda: {}['k']))
# expect: try
# expect: lookup 'k'
# expect: finally
# expect: -1
print(run(lambda: [][3]))
# expect: try
# expect: lookup list index out of range
# expect: finally
# expect: -1
