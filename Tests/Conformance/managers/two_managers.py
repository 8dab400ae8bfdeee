# Two managers, two servers.
from multiprocessing import Manager, active_children

if __name__ == '__main__':
    with Manager() as one, Manager() as two:
        a, b = one.dict(x=1), two.dict(x=2)
        print(a, b, sorted(p.name for p in active_children()))
        one.shutdown()
        print(b['x'], len(active_children()))
    print(len(active_children()))
# expect: {'x': 1} {'x': 2} ['SyncManager-1', 'SyncManager-2']
# expect: 2 1
# expect: 0
