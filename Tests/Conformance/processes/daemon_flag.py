# The daemon flag: inherited, given, changed before the start only.
from multiprocessing import Process, current_process


def child():
    print(current_process().daemon)


if __name__ == '__main__':
    ps = [Process(target=child), Process(target=child, daemon=True), Process(target=child)]
    ps[2].daemon = True
    for p in ps:
        p.start()
        p.join()
    print([p.daemon for p in ps], Process(daemon=0).daemon, Process(daemon=None).daemon)
    p = Process(target=child)
    p.daemon = 'yes'
    print(p.daemon)
# expect: False
# expect: True
# expect: True
# expect: [False, True, True] 0 False
# expect: yes
