# What a generator handles is its own, and what its caller handles is not lost by it.


def links(error):
    chain = []
    while error:
        chain.append(str(error))
        error = error.__context__
    return chain


def handling():
    try:
        raise ValueError('a')
    except ValueError:
        yield 1
        raise ValueError('b')


def plain():
    yield 1
    raise ValueError('c')


try:
    for _ in handling():
        pass
except ValueError as error:
    print(links(error))  # expect: ['b', 'a']

waiting = handling()
next(waiting)
try:
    raise KeyError('d')
except KeyError:
    try:
        for _ in waiting:
            pass
    except ValueError as error:
        print(links(error))  # expect: ['b', 'a']
    try:
        list(plain())
    except ValueError as error:
        print(links(error))  # expect: ['c', "'d'"]
    try:
        raise
    except KeyError as error:
        print(error)  # expect: 'd'
