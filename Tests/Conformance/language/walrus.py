# An assignment inside an expression.
data = [4, 0, 7]
while (item := data.pop()) != 0:
    print('got', item)
# expect: got 7
print('last', item, data)  # expect: last 0 [4]
if (n := len(data)) == 1:
    print(n)
# expect: 1
print([y := 1, y + 1])  # expect: [1, 2]
total = [half for x in range(6) if (half := x // 2) > 0]
print(total, half)  # expect: [1, 1, 2, 2] 2
