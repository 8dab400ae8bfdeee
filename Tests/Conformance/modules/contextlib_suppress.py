# contextlib.
from contextlib import closing, nullcontext, suppress

with suppress(KeyError):
    {}['x']
    print('never')
print('on')  # expect: on


class Door:
    def close(self):
        print('closed')


with closing(Door()) as door:
    print(type(door).__name__)
# expect: Door
# expect: closed
with nullcontext(5) as five:
    print(five)
# expect: 5
