# range.
print(list(range(4)), list(range(2, 5)), list(range(10, 0, -3)), list(range(0)))
# expect: [0, 1, 2, 3] [2, 3, 4] [10, 7, 4, 1] []
r = range(0, 100, 5)
print(len(r), r[3], r[-1], 35 in r, 36 in r, r)  # expect: 20 15 95 True False range(0, 100, 5)
print(range(3), range(1, 3) == range(1, 3, 1))  # expect: range(0, 3) True
for i in range(3, 0, -1):
    print(i, end=' ')
print('go')  # expect: 3 2 1 go
print(list(reversed(range(3))), sum(range(101)))  # expect: [2, 1, 0] 5050
print(range(10)[2:5])  # expect: range(2, 5)
