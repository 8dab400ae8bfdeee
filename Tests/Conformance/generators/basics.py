# A function that yields.
def count(n):
    print('start')
    for i in range(n):
        yield i
        print('after', i)
    print('end')


g = count(2)
print('made')  # expect: made
print(next(g))
# expect: start
# expect: 0
print(next(g))
# expect: after 0
# expect: 1
print(next(g, 'nothing'))
# expect: after 1
# expect: end
# expect: nothing
print(list(count(1)))
# expect: start
# expect: after 0
# expect: end
# expect: [0]
for x in count(1):
    print('got', x)
# expect: start
# expect: got 0
# expect: after 0
# expect: end
print(list(g))  # expect: []
next(g)
# expect error: StopIteration
