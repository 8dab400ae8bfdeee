# A counter in a file.
with open('count.txt', 'w') as file:
    file.write('0')
for _ in range(3):
    with open('count.txt') as file:
        n = int(file.read())
    with open('count.txt', 'w') as file:
        file.write(str(n + 1))
print(open('count.txt').read())  # expect: 3
