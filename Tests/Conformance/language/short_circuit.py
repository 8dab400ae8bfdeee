# `and` and `or` give one of their operands and leave the rest alone.
def say(value):
    print('say', value)
    return value


print(say(0) and say(1))
# expect: say 0
# expect: 0
print(say(1) and say(2))
# expect: say 1
# expect: say 2
# expect: 2
print(say(0) or say([]))
# expect: say 0
# expect: say []
# expect: []
print(say(3) or say(4))
# expect: say 3
# expect: 3
print(None or 'default')  # expect: default
print([] and 'never')  # expect: []
