# Only objects with __enter__ and __exit__.
with 5 as five:
    print('never')
# expect error: TypeError: 'int' object does not support the context manager protocol
