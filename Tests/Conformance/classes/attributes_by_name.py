# getattr, setattr, hasattr, delattr, vars, __dict__.
class Thing:
    kind = 'thing'


t = Thing()
setattr(t, 'size', 3)
print(getattr(t, 'size'), getattr(t, 'weight', 'unknown'), hasattr(t, 'kind'))
# expect: 3 unknown True
t.name = 'x'
print(t.__dict__, vars(t))  # expect: {'size': 3, 'name': 'x'} {'size': 3, 'name': 'x'}
delattr(t, 'size')
print(t.__dict__)  # expect: {'name': 'x'}
try:
    del t.size
except AttributeError as error:
    print(error)
# expect: 'Thing' object has no attribute 'size'
getattr(t, 'nmae')
# expect error: AttributeError: 'Thing' object has no attribute 'nmae'
