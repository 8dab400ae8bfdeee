# An import is refused wherever it stands.
def f():
    import socket  # expect refused: the module 'socket' is not part of tutor's Python
    return socket
print('never')
