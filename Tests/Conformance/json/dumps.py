# Values as JSON.
import json

print(json.dumps({'left': 1, 'names': ['a', 'b'], 'none': None, 'yes': True, 'no': False}))
# expect: {"left": 1, "names": ["a", "b"], "none": null, "yes": true, "no": false}
print(json.dumps([1, 2.5, -3, 1e100, 'q"uote\\', 'new\nline\t']))
# expect: [1, 2.5, -3, 1e+100, "q\"uote\\", "new\nline\t"]
print(json.dumps('é 北'), json.dumps('é 北', ensure_ascii=False))  # expect: "\u00e9 \u5317" "é 北"
print(json.dumps((1, 2)), json.dumps({}), json.dumps([]), json.dumps('🎫'))
# expect: [1, 2] {} [] "\ud83c\udfab"
print(json.dumps({1: 'a', None: 'b', True: 'c', 1.5: 'd'}))
# expect: {"1": "c", "null": "b", "1.5": "d"}
print(json.dumps({'b': 1, 'a': {'d': 2, 'c': 3}}, sort_keys=True))
# expect: {"a": {"c": 3, "d": 2}, "b": 1}
print(json.dumps([1, {'a': 2}], separators=(',', ':')))  # expect: [1,{"a":2}]
