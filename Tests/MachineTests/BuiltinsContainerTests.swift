// Lists, tuples, dicts, sets, ranges and iterators: order, slices, and what goes wrong with them.

import Testing

@Suite struct BuiltinsContainerTests {
  /// Each expression with what CPython 3.11 makes of it.
  static let expressions: [(String, String)] = [
    ("sorted(['b','A','c'],key=str.lower)", "['A', 'b', 'c']"),
    (
      "sorted([(2,'a'),(1,'b'),(2,'b')],key=lambda p:p[0],reverse=True)",
      "[(2, 'a'), (2, 'b'), (1, 'b')]"
    ),
    ("sorted([1.5,-2,3])", "[-2, 1.5, 3]"),
    ("sorted([3,None])", "TypeError: '<' not supported between instances of 'NoneType' and 'int'"),
    ("list(range(10))[5:1:-1]", "[5, 4, 3, 2]"),
    ("list(range(10))[-100:2]", "[0, 1]"),
    ("[1,2,3][::0]", "ValueError: slice step cannot be zero"),
    ("[1,2][5]", "IndexError: list index out of range"),
    ("[1]['a']", "TypeError: list indices must be integers or slices, not str"),
    ("(1,)[5]", "IndexError: tuple index out of range"),
    ("[1]<[2,3]", "True"),
    ("(1,2)<(1,)", "False"),
    ("[].pop()", "IndexError: pop from empty list"),
    ("[1].pop(5)", "IndexError: pop index out of range"),
    ("[].remove(1)", "ValueError: list.remove(x): x not in list"),
    ("[1].index(2)", "ValueError: 2 is not in list"),
    ("(1,).index(2)", "ValueError: tuple.index(x): x not in tuple"),
    ("{}['x']", "KeyError: 'x'"),
    ("{}[[]]", "TypeError: unhashable type: 'list'"),
    ("{}.popitem()", "KeyError: 'popitem(): dictionary is empty'"),
    ("dict([1])", "TypeError: cannot convert dictionary update sequence element #0 to a sequence"),
    (
      "dict([(1,2,3)])",
      "ValueError: dictionary update sequence element #0 has length 3; 2 is required"
    ),
    ("{'a':1}|{'b':2}", "{'a': 1, 'b': 2}"),
    ("{1:2}=={1:2.0}", "True"),
    ("dict(zip('ab',[1,2]))", "{'a': 1, 'b': 2}"),
    ("dict.fromkeys('ab',0)", "{'a': 0, 'b': 0}"),
    ("list({'a':1}.items())", "[('a', 1)]"),
    ("{'a':1}.keys()&{'a'}", "{'a'}"),
    ("set([[]])", "TypeError: unhashable type: 'list'"),
    ("hash([])", "TypeError: unhashable type: 'list'"),
    ("{3,1,2}&{1,2}", "{1, 2}"),
    ("{1,2}^{2,3}", "{1, 3}"),
    ("{1}<{1,2}", "True"),
    ("set().pop()", "KeyError: 'pop from an empty set'"),
    ("{1}.remove(2)", "KeyError: 2"),
    ("{i*i%17 for i in range(20)}", "{0, 1, 2, 4, 8, 9, 13, 15, 16}"),
    ("set(range(100,130,7))", "{128, 100, 107, 114, 121}"),
    ("{-1,-2,-3,5}", "{-3, 5, -1, -2}"),
    ("{1.5,2,3.0}", "{1.5, 2, 3.0}"),
    ("{(1,2),(0,5)}", "{(1, 2), (0, 5)}"),
    ("set([8,16,24,0,1])", "{0, 1, 8, 16, 24}"),
    ("frozenset({1,2})|{3}", "frozenset({1, 2, 3})"),
    ("set([1,2,3])-{2}", "{1, 3}"),
    ("range(10)[2:5]", "range(2, 5)"),
    ("range(0,10,3)[-1]", "9"),
    ("6 in range(0,10,3)", "True"),
    ("range(3)==range(0,3,1)", "True"),
    ("range(1,2,0)", "ValueError: range() arg 3 must not be zero"),
    ("range('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
    ("list(zip([1,2],'ab'))", "[(1, 'a'), (2, 'b')]"),
    ("list(zip([1],[2,3],strict=True))", "ValueError: zip() argument 2 is longer than argument 1"),
    ("list(map(lambda a,b:a+b,[1,2],[3,4]))", "[4, 6]"),
    ("list(filter(None,[0,1,2]))", "[1, 2]"),
    ("list(enumerate('ab',1))", "[(1, 'a'), (2, 'b')]"),
    ("list(reversed((1,2)))", "[2, 1]"),
    ("reversed(5)", "TypeError: 'int' object is not reversible"),
    ("iter(5)", "TypeError: 'int' object is not iterable"),
    ("next(iter([]),'end')", "'end'"),
    ("len(5)", "TypeError: object of type 'int' has no len()"),
    ("len()", "TypeError: len() takes exactly one argument (0 given)"),
    ("len(1,2)", "TypeError: len() takes exactly one argument (2 given)"),
    ("[].append()", "TypeError: list.append() takes exactly one argument (0 given)"),
    ("list(5)", "TypeError: 'int' object is not iterable"),
    ("list(1,2)", "TypeError: list expected at most 1 argument, got 2"),
    ("[1,2].foo", "AttributeError: 'list' object has no attribute 'foo'"),
    ("(5)()", "TypeError: 'int' object is not callable"),
    ("sum(['a'])", "TypeError: unsupported operand type(s) for +: 'int' and 'str'"),
    (
      "isinstance(1,2)",
      "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union"
    ),
    ("{1,2}|[3]", "TypeError: unsupported operand type(s) for |: 'set' and 'list'"),
    ("print(foo=1)", "TypeError: 'foo' is an invalid keyword argument for print()"),
    ("[range(3),...,None,NotImplemented]", "[range(0, 3), Ellipsis, None, NotImplemented]"),
    ("max(1,'a')", "TypeError: '>' not supported between instances of 'str' and 'int'"),
  ]

  @Test(arguments: expressions)
  func givesWhatCPythonGives(_ expression: String, _ expected: String) {
    #expect(evaluate(expression) == expected)
  }
}
