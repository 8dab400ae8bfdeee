# An __exit__ that is true swallows the exception.
class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        print('swallow', kind.__name__ if kind else None)
        return True


with Quiet():
    {}['x']
# expect: swallow KeyError
print('on')  # expect: on
with Quiet() as q:
    pass
# expect: swallow None
print('end')  # expect: end
