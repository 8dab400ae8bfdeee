# try inside a loop.
total = 0
for text in ['1', 'x', '3', '', '4.5']:
    try:
        total += int(text)
    except ValueError as error:
        print(error)
        continue
    print('total', total)
# expect: total 1
# expect: invalid literal for int() with base 10: 'x'
# expect: total 4
# expect: invalid literal for int() with base 10: ''
# expect: invalid literal for int() with base 10: '4.5'
while True:
    try:
        total -= 1
        if total < 0:
            break
    finally:
        print('step', total)
# expect: step 3
# expect: step 2
# expect: step 1
# expect: step 0
# expect: step -1
