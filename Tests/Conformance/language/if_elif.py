# Branches.
def size(n):
    if n < 0:
        return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10:
        return 'small'
    else:
        return 'big'


for n in [-5, 0, 3, 30]:
    print(n, size(n))
# expect: -5 negative
# expect: 0 zero
# expect: 3 small
# expect: 30 big
if True: print('one line')  # expect: one line
if False:
    print('never')
