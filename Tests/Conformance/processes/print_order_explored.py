# Two children print in either order.
# chance
# observe: lines
# expect outcomes: {['a', 'b', 'end'], ['b', 'a', 'end']}
from multiprocessing import Process

if __name__ == '__main__':
    ps = [Process(target=print, args=(word,)) for word in 'ab']
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print('end')
