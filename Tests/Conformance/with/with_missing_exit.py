# An object without __exit__.
class Half:
    def __enter__(self):
        return self


with Half():
    print('never')
# expect error: TypeError: 'Half' object does not support the context manager protocol (missed __exit__ method)
