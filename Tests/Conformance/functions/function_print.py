# Builtin functions and types show themselves.
print(len, print, abs)
# expect: <built-in function len> <built-in function print> <built-in function abs>
print(int, str, list, dict, type(None), type(len))
# expect: <class 'int'> <class 'str'> <class 'list'> <class 'dict'> <class 'NoneType'> <class 'builtin_function_or_method'>
print(type(1), type('a'), type([]), type(1.5), type(True), type(lambda: 0))
# expect: <class 'int'> <class 'str'> <class 'list'> <class 'float'> <class 'bool'> <class 'function'>
print(Exception, KeyError)  # expect: <class 'Exception'> <class 'KeyError'>
print(type(range(3)), type({}), type(set()), type(()), type(b''))
# expect: <class 'range'> <class 'dict'> <class 'set'> <class 'tuple'> <class 'bytes'>
