# What goes wrong while the server makes an object comes back as a RemoteError that tells all.
from multiprocessing import Manager
from multiprocessing.managers import RemoteError

if __name__ == '__main__':
    with Manager() as manager:
        for make in [lambda: manager.list(3), lambda: manager.dict(5)]:
            try:
                make()
            except RemoteError as error:
                print("TypeError: 'int' object is not iterable" in str(error))
        print(manager.list('ok'))
# expect: True
# expect: True
# expect: ['o', 'k']
