# Operators that do not know their operands.
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


five = 5
nothing = None
row = [1, 2]
pair = (1, 2)
text = 'abc'
attempt(lambda: 'a' * 'b')  # expect: can't multiply sequence by non-int of type 'str'
attempt(lambda: 'a' * 1.5)  # expect: can't multiply sequence by non-int of type 'float'
attempt(lambda: [1] - [1])  # expect: unsupported operand type(s) for -: 'list' and 'list'
attempt(lambda: -'a')  # expect: bad operand type for unary -: 'str'
attempt(lambda: ~1.5)  # expect: bad operand type for unary ~: 'float'
attempt(lambda: 1 & 1.5)  # expect: unsupported operand type(s) for &: 'int' and 'float'
attempt(lambda: 1 << 'a')  # expect: unsupported operand type(s) for <<: 'int' and 'str'
attempt(lambda: 3 in 5)  # expect: argument of type 'int' is not iterable
attempt(lambda: 1 in 'abc')  # expect: 'in <string>' requires string as left operand, not int
attempt(lambda: 1 < 'a')  # expect: '<' not supported between instances of 'int' and 'str'
attempt(lambda: [1] < (1,))  # expect: '<' not supported between instances of 'list' and 'tuple'
attempt(lambda: None > 1)  # expect: '>' not supported between instances of 'NoneType' and 'int'
attempt(lambda: {} <= {})  # expect: '<=' not supported between instances of 'dict' and 'dict'
attempt(lambda: 'a' ** 2)
# expect: unsupported operand type(s) for ** or pow(): 'str' and 'int'
attempt(lambda: five[0])  # expect: 'int' object is not subscriptable
attempt(lambda: five())  # expect: 'int' object is not callable
attempt(lambda: nothing[0])  # expect: 'NoneType' object is not subscriptable
attempt(lambda: len(5))  # expect: object of type 'int' has no len()
attempt(lambda: row['a'])  # expect: list indices must be integers or slices, not str
attempt(lambda: text['a'])  # expect: string indices must be integers, not 'str'
attempt(lambda: pair[1.0])  # expect: tuple indices must be integers or slices, not float
attempt(lambda: {}[[]])  # expect: unhashable type: 'list'
