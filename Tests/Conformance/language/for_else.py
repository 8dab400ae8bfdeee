# for, with else when it was not broken off.
for wanted in [2, 9]:
    for x in [1, 2, 3]:
        if x == wanted:
            print('found', x)
            break
    else:
        print('no', wanted)
# expect: found 2
# expect: no 9
for x in []:
    pass
else:
    print('empty')
# expect: empty
for i in range(3):
    pass
print(i)  # expect: 2
