# A closed generator runs its finally.
def f():
    try:
        yield 1
        yield 2
    finally:
        print('cleaned')


g = f()
print(next(g))  # expect: 1
g.close()  # expect: cleaned
for x in f():
    print(x)
# expect: 1
# expect: 2
# expect: cleaned
