# A stepped slice takes as many as it has.
a = [1, 2, 3, 4]
a[::2] = [1, 2, 3]
# expect error: ValueError: attempt to assign sequence of size 3 to extended slice of size 2
