# __getattr__ is asked when nothing else is found.
class Lazy:
    known = 1

    def __getattr__(self, name):
        if name.startswith('x'):
            return name * 2
        raise AttributeError(f'no {name} here')


z = Lazy()
print(z.known, z.xy, hasattr(z, 'b'), getattr(z, 'c', 'default'))
# expect: 1 xyxy False default
z.other
# expect error: AttributeError: no other here
