# os and the program's folder.
import os

for name in ['b.txt', 'a.txt']:
    with open(name, 'w') as file:
        file.write(name)
print(sorted(n for n in os.listdir('.') if n.endswith('.txt')))  # expect: ['a.txt', 'b.txt']
print(os.path.exists('a.txt'), os.path.exists('c.txt'), os.path.getsize('a.txt'))
# expect: True False 5
os.remove('a.txt')
print(os.path.exists('a.txt'), os.path.isfile('b.txt'), os.path.isdir('.'))
# expect: False True True
os.rename('b.txt', 'c.txt')
print(os.path.exists('c.txt'), os.path.join('x', 'y'))  # expect: True x/y
os.remove('gone.txt')
# expect error: FileNotFoundError: [Errno 2] No such file or directory: 'gone.txt'
