# send, throw and close.
def average():
    total = n = 0
    value = None
    while True:
        try:
            value = yield value
        except ValueError as error:
            print('thrown', error)
            value = -1
            continue
        total += value
        n += 1
        value = total / n


g = average()
next(g)
print(g.send(10), g.send(20))  # expect: 10.0 15.0
print(g.throw(ValueError('x')))
# expect: thrown x
# expect: -1
g.close()
print(list(g))  # expect: []
fresh = average()
fresh.send(1)
# expect error: TypeError: can't send non-None value to a just-started generator
