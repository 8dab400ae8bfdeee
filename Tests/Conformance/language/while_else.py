# while, with else when it was not broken off.
n = 3
while n:
    print(n)
    n -= 1
else:
    print('done')
# expect: 3
# expect: 2
# expect: 1
# expect: done
while True:
    n += 1
    if n == 2:
        continue
    if n > 3:
        break
    print('n', n)
else:
    print('never')
# expect: n 1
# expect: n 3
print(n)  # expect: 4
