// Strings and bytes: methods, indexing, escapes, and what goes wrong with them.

import Testing

@Suite struct BuiltinsTextTests {
  /// Each expression with what CPython 3.11 makes of it.
  static let expressions: [(String, String)] = [
    ("repr('a\\'b')", "'\"a\\'b\"'"),
    ("repr('a\\'b\\\"c')", "'\\'a\\\\\\'b\"c\\''"),
    (
      "repr('\\n\\t\\\\\\x00\\x7f\\x80é中\\u200b')",
      "\"'\\\\n\\\\t\\\\\\\\\\\\x00\\\\x7f\\\\x80é中\\\\u200b'\""
    ),
    ("ascii('é中')", "\"'\\\\xe9\\\\u4e2d'\""),
    ("'a,b,,c'.split(',')", "['a', 'b', '', 'c']"),
    ("' a  b '.split()", "['a', 'b']"),
    ("'a b c d'.split(None,2)", "['a', 'b', 'c d']"),
    ("'a,b,c'.rsplit(',',1)", "['a,b', 'c']"),
    ("' a b c '.rsplit(None,1)", "[' a b', 'c']"),
    ("'a\\nb\\r\\nc\\rd'.splitlines()", "['a', 'b', 'c', 'd']"),
    ("'abc'.partition('b')", "('a', 'b', 'c')"),
    ("'abc'.rpartition('x')", "('', '', 'abc')"),
    ("'xxaxx'.strip('x')", "'a'"),
    ("'abcabc'.replace('b','X',1)", "'aXcabc'"),
    ("'abc'.replace('','-')", "'-a-b-c-'"),
    ("'aaa'.count('aa')", "1"),
    ("'hello'.find('l',-2)", "3"),
    ("'hello'.rfind('l')", "3"),
    ("'éa中é'.find('é',1)", "3"),
    ("\"they're\".title()", "\"They'Re\""),
    ("'hELLO'.capitalize()", "'Hello'"),
    ("'ß'.upper()", "'SS'"),
    ("'Hello'.swapcase()", "'hELLO'"),
    ("'abc'.center(8,'*')", "'**abc***'"),
    ("'ab'.center(5)", "'  ab '"),
    ("'a'.rjust(3)", "'  a'"),
    ("'-5'.zfill(5)", "'-0005'"),
    ("'a\\tb'.expandtabs(4)", "'a   b'"),
    ("'abc'.translate(str.maketrans('ab','xy','c'))", "'xy'"),
    ("'éa中'[::-1]", "'中aé'"),
    ("'éa中'[1]", "'a'"),
    ("len('éa中')", "3"),
    ("'abc'[5]", "IndexError: string index out of range"),
    ("'abc'['a']", "TypeError: string indices must be integers, not 'str'"),
    ("'a'.index('b')", "ValueError: substring not found"),
    ("''.join([1])", "TypeError: sequence item 0: expected str instance, int found"),
    ("'a'.join(5)", "TypeError: can only join an iterable"),
    ("'abc'.split('')", "ValueError: empty separator"),
    ("'a,b'.split(1)", "TypeError: must be str or None, not int"),
    ("'a'.startswith(1)", "TypeError: startswith first arg must be str or a tuple of str, not int"),
    ("'a'.startswith(('b','a'))", "True"),
    ("'a'.replace(1,2)", "TypeError: replace() argument 1 must be str, not int"),
    ("'abc'.center(10,'ab')", "TypeError: The fill character must be exactly one character long"),
    ("ord('ab')", "TypeError: ord() expected a character, but string of length 2 found"),
    ("chr(-1)", "ValueError: chr() arg not in range(0x110000)"),
    ("1 in 'abc'", "TypeError: 'in <string>' requires string as left operand, not int"),
    ("'²'.isdigit()", "True"),
    ("'½'.isnumeric()", "True"),
    ("'Ab Cd'.istitle()", "True"),
    ("''.isalpha()", "False"),
    ("'a_b'.isidentifier()", "True"),
    ("'TestHook'.removeprefix('Test')", "'Hook'"),
    ("b'a,b'.split(b',')", "[b'a', b'b']"),
    ("b'ab'.hex()", "'6162'"),
    ("bytes.fromhex('61 62')", "b'ab'"),
    ("bytes([256])", "ValueError: bytes must be in range(0, 256)"),
    ("b'a'+'a'", "TypeError: can't concat str to bytes"),
    ("'a'.encode('foo')", "LookupError: unknown encoding: foo"),
    (
      "b'\\xff'.decode()",
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
    ),
    (
      "'é'.encode('ascii')",
      "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
    ),
    ("'é'.encode()", "b'\\xc3\\xa9'"),
    ("str(b'a','ascii')", "'a'"),
    (
      "str.upper(5)",
      "TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object"
    ),
    ("'a'.upper(1)", "TypeError: str.upper() takes no arguments (1 given)"),
    ("'a'.foo", "AttributeError: 'str' object has no attribute 'foo'"),
  ]

  @Test(arguments: expressions)
  func givesWhatCPythonGives(_ expression: String, _ expected: String) {
    #expect(evaluate(expression) == expected)
  }
}
