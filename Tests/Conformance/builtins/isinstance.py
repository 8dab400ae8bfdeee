# isinstance and type.
print(isinstance(1, int), isinstance(True, int), isinstance(1.0, int), isinstance('a', (int, str)))
# expect: True True False True
print(isinstance([], list), isinstance(None, type(None)), isinstance(len, type(print)))
# expect: True True True
print(type(5) == int, type('') is str, issubclass(bool, int), isinstance(int, type))
# expect: True True True True
print(isinstance(3, object), isinstance(ValueError(), Exception), type(type(1)).__name__)
# expect: True True type
print(callable(len), callable('x'), callable(int), isinstance({}, (list, dict)))
# expect: True False True True
isinstance(1, 'int')
# expect error: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
