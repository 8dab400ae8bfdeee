# Text is written as UTF-8.
with open('a.txt', 'w', encoding='utf-8') as file:
    file.write('北京 é\n')
print(open('a.txt', encoding='utf-8').read(), end='')  # expect: 北京 é
print(open('a.txt', 'rb').read())  # expect: b'\xe5\x8c\x97\xe4\xba\xac \xc3\xa9\n'
print(len(open('a.txt', 'rb').read()))  # expect: 10
