# What goes to a child is a copy, made at start.
from multiprocessing import Process


def change(items, table):
    items.append('child')
    table['who'] = 'child'
    print(items, table)


if __name__ == '__main__':
    items = ['before']
    table = {}
    p = Process(target=change, args=(items,), kwargs={'table': table})
    items.append('after making')
    p.start()
    items.append('after start')
    p.join()
    print(items, table)
# expect: ['before', 'after making', 'child'] {'who': 'child'}
# expect: ['before', 'after making', 'after start'] {}
