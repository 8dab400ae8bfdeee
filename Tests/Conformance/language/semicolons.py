# Several statements on a line, and a line over several.
a = 1; b = 2; print(a + b)  # expect: 3
total = (1 +
         2 +
         3)
print(total)  # expect: 6
items = [
    1,
    2,
]
print(items, \
      'continued')
# expect: [1, 2] continued
if a: print('a'); print('b')
# expect: a
# expect: b
