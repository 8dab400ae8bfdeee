# Moving within a file.
with open('a.txt', 'w+') as file:
    file.write('hello world')
    file.seek(6)
    print(file.read())
    file.seek(0)
    print(file.read(5), file.tell())
# expect: world
# expect: hello 5
with open('a.txt', 'r+') as file:
    file.write('J')
    file.seek(0)
    print(file.read())
# expect: Jello world
