# A managed list or dict that is given to another is taken apart item by item.
from multiprocessing import Manager


def tell(change):
    try:
        change()
    except Exception as e:
        print(type(e).__name__, str(e).strip().splitlines()[-2:])


def slice_by_dict(a, d):
    a[0:0] = d


def widen(a, b):
    a[::2] = b


if __name__ == '__main__':
    with Manager() as m:
        a, b = m.list(), m.list([1, 2])
        d, e = m.dict(x=1), m.dict(y=2, z=3)
        pairs = m.list([('p', 4), ('q', 5)])
        print(a.extend(b), a)
        # expect: None [1, 2]
        a += b
        a += m.Array('i', [7])
        print(a)
        # expect: [1, 2, 1, 2, 7]
        a[1:4] = b
        print(a)
        # expect: [1, 1, 2, 7]
        print(d.update(e, w=9), d)
        # expect: None {'x': 1, 'y': 2, 'z': 3, 'w': 9}
        d.update(pairs)
        print(d)
        # expect: {'x': 1, 'y': 2, 'z': 3, 'w': 9, 'p': 4, 'q': 5}
        print(m.list(b), m.dict(e, v=0), m.dict(pairs), m.Array('i', b))
        # expect: [1, 2] {'y': 2, 'z': 3, 'v': 0} {'p': 4, 'q': 5} array('i', [1, 2])
        other = Manager()
        a.extend(other.list([8]))
        a.extend(other.list())
        print(a)
        # expect: [1, 1, 2, 7, 8]
        tell(lambda: a + b)
        # expect: TypeError ['can only concatenate list (not "ListProxy") to list']
        tell(lambda: a.extend(e))
        # expect: AttributeError ["'NoneType' object has no attribute '_registry'"]
        tell(lambda: slice_by_dict(a, e))
        # expect: AttributeError ["'NoneType' object has no attribute '_registry'"]
        tell(lambda: a.extend(m.Namespace()))
        # expect: TypeError ["'NamespaceProxy' object is not iterable"]
        tell(lambda: widen(b, a))
        # expect: ValueError ['attempt to assign sequence of size 5 to extended slice of size 1']
        tell(lambda: d.update(b))
        # expect: TypeError ['cannot convert dictionary update sequence element #0 to a sequence']
        print(a, b, len(d))
        # expect: [1, 1, 2, 7, 8] [1, 2] 6
