# What JSON has no way to say.
import json

try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
# expect: Object of type set is not JSON serializable
try:
    json.dumps({(1, 2): 3})
except TypeError as error:
    print(error)
# expect: keys must be str, int, float, bool or None, not tuple
json.dumps({'lock': object})
# expect error: TypeError: Object of type type is not JSON serializable
