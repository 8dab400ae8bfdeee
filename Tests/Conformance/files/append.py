# Mode a writes at the end.
for word in ['one', 'two', 'three']:
    with open('log.txt', 'a') as file:
        file.write(word + '\n')
print(open('log.txt').read(), end='')
# expect: one
# expect: two
# expect: three
with open('log.txt', 'w') as file:
    file.write('new\n')
print(open('log.txt').read(), end='')  # expect: new
