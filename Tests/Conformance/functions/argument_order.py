# Arguments are computed from left to right, before the call.
def say(x):
    print('say', x)
    return x


def f(*args, **named):
    return args, named


print(f(say(1), say(2), *[say(3)], k=say(4)))
# expect: say 1
# expect: say 2
# expect: say 3
# expect: say 4
# expect: ((1, 2, 3), {'k': 4})
print({say('k'): say('v')})
# expect: say k
# expect: say v
# expect: {'k': 'v'}
print(say(1) + say(2) * say(3))
# expect: say 1
# expect: say 2
# expect: say 3
# expect: 7
values = [0, 0]
values[say(1)] = say('right first')
# expect: say right first
# expect: say 1
print(values)  # expect: [0, 'right first']
print(say(1) < say(3) < say(2) < say(0))
# expect: say 1
# expect: say 3
# expect: say 2
# expect: False
