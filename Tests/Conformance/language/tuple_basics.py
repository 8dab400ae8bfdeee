# Tuples.
t = 1, 2
print(t, (1,), (), len(t), t[0], t[-1], t[::-1])  # expect: (1, 2) (1,) () 2 1 2 (2, 1)
print((1, 2) + (3,), (0,) * 3, 2 in t)  # expect: (1, 2, 3) (0, 0, 0) True
print((1, 'a') < (1, 'b'), (1, 2) == [1, 2])  # expect: True False
print(t.index(2), t.count(1))  # expect: 1 1
empty = tuple()
print(empty, tuple('ab'), tuple([1]))  # expect: () ('a', 'b') (1,)
print({(1, 2): 'key'}[(1, 2)])  # expect: key
