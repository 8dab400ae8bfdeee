# JSON over several lines.
import json

print(json.dumps({'a': [1, 2, {'b': None}], 'c': {}, 'd': []}, indent=2))
# expect: {
# expect:   "a": [
# expect:     1,
# expect:     2,
# expect:     {
# expect:       "b": null
# expect:     }
# expect:   ],
# expect:   "c": {},
# expect:   "d": []
# expect: }
