# The message shows the key as repr does.
try:
    {}[42]
except KeyError as error:
    print(error, error.args)
# expect: 42 (42,)
try:
    {}['a b']
except KeyError as error:
    print(error, error.args)
# expect: 'a b' ('a b',)
{}[(1, 'x')]
# expect error: KeyError: (1, 'x')
