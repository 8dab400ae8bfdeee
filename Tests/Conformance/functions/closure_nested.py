# Names come from the nearest function around, then the module, then Python.
x = 'module'


def outer():
    x = 'outer'

    def middle():
        def inner():
            return x
        return inner

    def own():
        x = 'own'
        return x

    return middle()(), own(), x


print(outer(), x)  # expect: ('outer', 'own', 'outer') module


def shadow():
    len = lambda thing: 'mine'
    return len([])


print(shadow(), len([]))  # expect: mine 0
