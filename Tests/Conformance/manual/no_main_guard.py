# Guidelines: with fork a program runs without the guard, too.
from multiprocessing import Process


def work():
    print('child')


p = Process(target=work)
p.start()
p.join()
print('parent')
# expect: child
# expect: parent
