# A file that is open across a fork has one position for all: whoever seeks moves it for the others too.
# observe: lines
# expect outcomes: {['12'], ['2']}
# chance
from multiprocessing import Process


def read(file):
    print(file.read())


def skip(file):
    file.seek(1)


with open('digits.txt', 'w') as file:
    file.write('12')
with open('digits.txt') as file:
    children = [Process(target=work, args=(file,)) for work in (read, skip)]
    for child in children:
        child.start()
    for child in children:
        child.join()
