# What is no JSON.
import json


def attempt(text):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error)
    except ValueError as error:
        print('never', error)


attempt('')  # expect: Expecting value: line 1 column 1 (char 0)
attempt('{"a": 1')  # expect: Expecting ',' delimiter: line 1 column 8 (char 7)
attempt('{"a" 1}')  # expect: Expecting ':' delimiter: line 1 column 6 (char 5)
attempt("{'a': 1}")
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
attempt('[1, 2')  # expect: Expecting ',' delimiter: line 1 column 6 (char 5)
attempt('[1, 2,]')  # expect: Expecting value: line 1 column 7 (char 6)
attempt('[1 2]')  # expect: Expecting ',' delimiter: line 1 column 4 (char 3)
attempt('{"a": }')  # expect: Expecting value: line 1 column 7 (char 6)
attempt('{} x')  # expect: Extra data: line 1 column 4 (char 3)
attempt('"open')  # expect: Unterminated string starting at: line 1 column 1 (char 0)
attempt('nul')  # expect: Expecting value: line 1 column 1 (char 0)
attempt('{"a": 1,\n "b" 2}')  # expect: Expecting ':' delimiter: line 2 column 6 (char 14)
print(issubclass(json.JSONDecodeError, ValueError))  # expect: True
