# A closed process answers nothing.
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=print, args=('child',))
    p.start()
    p.join()
    print(p.close())
    for ask in [lambda: p.is_alive(), lambda: p.exitcode, lambda: p.join(), lambda: p.pid,
                lambda: p.terminate(), lambda: p.start(), lambda: p.sentinel]:
        try:
            ask()
            print('no error')
        except ValueError as error:
            print(error)
    print(p.name)
    p.close()
# expect: child
# expect: None
# expect: process object is closed
# expect: process object is closed
# expect: process object is closed
# expect: process object is closed
# expect: process object is closed
# expect: process object is closed
# expect: process object is closed
# expect: Process-1
