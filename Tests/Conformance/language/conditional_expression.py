# One value or another.
n = 3
print('odd' if n % 2 else 'even')  # expect: odd
print('big' if n > 10 else 'middle' if n > 2 else 'small')  # expect: middle
values = [x if x > 0 else -x for x in [-2, 3]]
print(values)  # expect: [2, 3]
