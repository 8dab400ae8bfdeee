# A generator expression computes as it is asked.
def say(n):
    print('say', n)
    return n


lazy = (say(n) for n in range(3))
print('made')  # expect: made
print(next(lazy))
# expect: say 0
# expect: 0
print(list(lazy))
# expect: say 1
# expect: say 2
# expect: [1, 2]
print(list(lazy))  # expect: []
print(sum(n * n for n in range(4)), max(len(w) for w in ['a', 'bbb']))  # expect: 14 3
print(any(n > 1 for n in [1, 2, 3]), all(n > 1 for n in [1, 2]))  # expect: True False
print(any(say(n) > 0 for n in [0, 1, 2]))
# expect: say 0
# expect: say 1
# expect: True
print(', '.join(str(n) for n in range(3)))  # expect: 0, 1, 2
print(sorted((w for w in ['b', 'a']), reverse=True))  # expect: ['b', 'a']
