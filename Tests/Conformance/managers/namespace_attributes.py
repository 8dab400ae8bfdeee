# A namespace: attributes set, changed, removed; a name with an underscore stays with the proxy.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        ns = manager.Namespace(a=1, b=[1])
        print(ns, ns.a, hasattr(ns, 'z'))
        ns.b.append(2)
        print(ns.b)
        ns.b = ns.b + [2]
        ns.a += 10
        print(ns.a, ns.b)
        del ns.a
        ns._hidden = 5
        print(ns, ns._hidden)
        ns.a
# expect: Namespace(a=1, b=[1]) 1 False
# expect: [1]
# expect: 11 [1, 2]
# expect: Namespace(b=[1, 2]) 5
# expect error: AttributeError: 'Namespace' object has no attribute 'a'
