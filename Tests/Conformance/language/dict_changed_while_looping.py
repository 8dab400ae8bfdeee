# A dict must not grow while it is looped over.
d = {1: 1}
for key in d:
    d[key + 1] = 0
# expect error: RuntimeError: dictionary changed size during iteration
