# Builtin objects take no new attributes.
try:
    [].name = 1
except AttributeError as error:
    print(error)
# expect: 'list' object has no attribute 'name'
try:
    'abc'.upper = 1
except AttributeError as error:
    print(error)
# expect: 'str' object attribute 'upper' is read-only
object().name = 1
# expect error: AttributeError: 'object' object has no attribute 'name'
