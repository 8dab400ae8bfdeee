# Repeated lines of a traceback are counted.
def down(n):
    if n == 0:
        raise ValueError('bottom')
    down(n - 1)


down(10)
# expect stderr:   [Previous line repeated 7 more times]
# expect error: ValueError: bottom
