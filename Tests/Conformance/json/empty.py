# Nothing is no JSON: what a half-written file looks like to its reader.
import json

json.loads('')
# expect error: json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
