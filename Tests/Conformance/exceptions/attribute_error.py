# Attributes that are not there.
def attempt(action):
    try:
        action()
    except AttributeError as error:
        print(error)


attempt(lambda: 'a'.push('b'))  # expect: 'str' object has no attribute 'push'
attempt(lambda: [].add(1))  # expect: 'list' object has no attribute 'add'
attempt(lambda: None.append(1))  # expect: 'NoneType' object has no attribute 'append'
attempt(lambda: (1).real_part)  # expect: 'int' object has no attribute 'real_part'
attempt(lambda: {}.name)  # expect: 'dict' object has no attribute 'name'
attempt(lambda: attempt.missing)  # expect: 'function' object has no attribute 'missing'
attempt(lambda: len.missing)
# expect: 'builtin_function_or_method' object has no attribute 'missing'
attempt(lambda: (1, 2).append(3))  # expect: 'tuple' object has no attribute 'append'
[].push(1)
# expect error: AttributeError: 'list' object has no attribute 'push'
