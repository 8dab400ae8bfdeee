# Arguments of Process are best named.
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(None, print, 'named', ('a', 'b'), {'sep': '-'}, daemon=True)
    p.start()
    p.join()
    print(p.name, p.daemon, p.exitcode)
# expect: a-b
# expect: named True 0
