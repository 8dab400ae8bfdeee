# Closures of a loop share its variable.
functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])  # expect: [2, 2, 2]
print([f() for f in [lambda: j for j in range(3)]])  # expect: [2, 2, 2]
print([f() for f in [lambda k=k: k for k in range(3)]])  # expect: [0, 1, 2]


def makers():
    made = []
    for n in range(3):
        def show():
            return n
        made.append(show)
    return made


print([f() for f in makers()])  # expect: [2, 2, 2]
