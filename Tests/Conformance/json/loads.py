# JSON as values.
import json

print(json.loads('{"left": 1, "names": ["a", "b"]}'))
# expect: {'left': 1, 'names': ['a', 'b']}
print(json.loads(' [1, 2.0, -3e2, true, false, null] '))
# expect: [1, 2.0, -300.0, True, False, None]
print(json.loads('"a\\u00e9\\n\\"b\\""'))
# expect: aé
# expect: "b"
print(json.loads('5'), json.loads('{}'), json.loads('[]'), json.loads('""') == '')
# expect: 5 {} [] True
print(json.loads('{"a": 1, "a": 2}'), json.loads('12345678901234567890'))
# expect: {'a': 2} 12345678901234567890
