# What counts as true.
for value in [0, 1, -1, 0.0, '', ' ', [], [0], (), {}, {1}, None, True]:
    if value:
        print(repr(value), 'is true')
    else:
        print(repr(value), 'is false')
# expect: 0 is false
# expect: 1 is true
# expect: -1 is true
# expect: 0.0 is false
# expect: '' is false
# expect: ' ' is true
# expect: [] is false
# expect: [0] is true
# expect: () is false
# expect: {} is false
# expect: {1} is true
# expect: None is false
# expect: True is true
