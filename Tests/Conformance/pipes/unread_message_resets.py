# An end that is closed with a message unread: the sender hears of it.
from multiprocessing import Pipe

a, b = Pipe()
a.send('unread')
b.close()
try:
    a.recv()
except ConnectionResetError as error:
    print(error)
except EOFError:
    print('end')
# expect: [Errno 104] Connection reset by peer
