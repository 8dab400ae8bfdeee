# collections.deque.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.popleft(), d.pop(), len(d), d[0], d[-1], 2 in d)
# expect: deque([1, 2, 3]) 0 4 3 1 3 True
d.rotate(1)
print(list(d))  # expect: [3, 1, 2]
d.extend([5, 6])
d.extendleft('ab')
print(list(d), d.count(5), d.index(6))  # expect: ['b', 'a', 3, 1, 2, 5, 6] 1 6
last = deque(maxlen=2)
for i in range(4):
    last.append(i)
print(last, last.maxlen, deque() == deque([]), bool(deque()))
# expect: deque([2, 3], maxlen=2) 2 True False
d.clear()
d.pop()
# expect error: IndexError: pop from an empty deque
