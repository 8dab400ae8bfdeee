# A file that is not there.
try:
    open('nothing.txt')
except OSError as error:
    print(type(error).__name__, error.errno, error.filename)
# expect: FileNotFoundError 2 nothing.txt
open('nothing.txt')
# expect error: FileNotFoundError: [Errno 2] No such file or directory: 'nothing.txt'
