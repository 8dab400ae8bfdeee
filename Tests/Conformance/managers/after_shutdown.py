# After the with the server is gone.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict({'a': 1})
        print(d['a'])
    try:
        print(d['a'])
    except (FileNotFoundError, ConnectionError, EOFError) as error:
        print('gone')
# expect: 1
# expect: gone
