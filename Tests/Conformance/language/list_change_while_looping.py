# A loop over a list that shrinks skips items.
a = [1, 2, 3, 4]
for x in a:
    print(x)
    a.remove(x)
# expect: 1
# expect: 3
print(a)  # expect: [2, 4]
