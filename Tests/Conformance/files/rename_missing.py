# A file that cannot be renamed: the error names both paths.
import os

for rename in [os.rename, os.replace]:
    try:
        rename('old', 'new')
    except OSError as error:
        print(error, error.filename, error.filename2)
# expect: [Errno 2] No such file or directory: 'old' -> 'new' old new
# expect: [Errno 2] No such file or directory: 'old' -> 'new' old new
os.replace('old', 'new')  # expect error: FileNotFoundError: [Errno 2] No such file or directory: 'old' -> 'new'
