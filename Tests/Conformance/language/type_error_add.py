# Things that cannot be added.
def attempt(a, b):
    try:
        print(a + b)
    except TypeError as error:
        print(error)


attempt(1, 'a')  # expect: unsupported operand type(s) for +: 'int' and 'str'
attempt('a', 1)  # expect: can only concatenate str (not "int") to str
attempt([1], (2,))  # expect: can only concatenate list (not "tuple") to list
attempt((1,), [2])  # expect: can only concatenate tuple (not "list") to tuple
attempt(None, 1)  # expect: unsupported operand type(s) for +: 'NoneType' and 'int'
attempt({}, {})  # expect: unsupported operand type(s) for +: 'dict' and 'dict'
attempt({1}, {2})  # expect: unsupported operand type(s) for +: 'set' and 'set'
attempt(attempt, 1)  # expect: unsupported operand type(s) for +: 'function' and 'int'
