# A file is one for all.
from multiprocessing import Process


def write(word):
    with open('shared.txt', 'a') as file:
        file.write(word + '\n')


if __name__ == '__main__':
    for word in ['one', 'two']:
        p = Process(target=write, args=(word,))
        p.start()
        p.join()
    print(open('shared.txt').read(), end='')
# expect: one
# expect: two
