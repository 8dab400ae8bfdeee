// The modules that work on values alone.

import Testing

@Suite struct ModulesTests {
  /// Each expression with what CPython 3.11 makes of it.
  static let expressions: [(String, String)] = [
    (
      "json.dumps({'a':[1,2.5,None,True,'é\"\\n'],'b':{},1:2,None:3})",
      "'{\"a\": [1, 2.5, null, true, \"\\\\u00e9\\\\\"\\\\n\"], \"b\": {}, \"1\": 2, \"null\": 3}'"
    ),
    (
      "json.dumps([1,[2,{'a':1}]],indent=2)",
      "'[\\n  1,\\n  [\\n    2,\\n    {\\n      \"a\": 1\\n    }\\n  ]\\n]'"
    ),
    ("json.dumps({'b':1,'a':2},sort_keys=True,separators=(',',':'))", "'{\"a\":2,\"b\":1}'"),
    ("json.dumps('é',ensure_ascii=False)", "'\"é\"'"),
    ("json.dumps({1,2})", "TypeError: Object of type set is not JSON serializable"),
    ("json.dumps({(1,):2})", "TypeError: keys must be str, int, float, bool or None, not tuple"),
    ("json.loads(5)", "TypeError: the JSON object must be str, bytes or bytearray, not int"),
    ("json.dumps(object, default=lambda o: 'P')", "'\"P\"'"),
    ("json.loads('')", "JSONDecodeError: Expecting value: line 1 column 1 (char 0)"),
    (
      "json.loads('{')",
      "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
    ),
    ("json.loads('[1,')", "JSONDecodeError: Expecting value: line 1 column 4 (char 3)"),
    ("json.loads('[1 2]')", "JSONDecodeError: Expecting ',' delimiter: line 1 column 4 (char 3)"),
    ("json.loads('{\"a\"}')", "JSONDecodeError: Expecting ':' delimiter: line 1 column 5 (char 4)"),
    ("json.loads('{\"a\":}')", "JSONDecodeError: Expecting value: line 1 column 6 (char 5)"),
    (
      "json.loads('{\"a\":1,}')",
      "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"
    ),
    ("json.loads('nul')", "JSONDecodeError: Expecting value: line 1 column 1 (char 0)"),
    (
      "json.loads('\"abc')",
      "JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)"
    ),
    ("json.loads('\"\\\\x\"')", "JSONDecodeError: Invalid \\escape: line 1 column 2 (char 1)"),
    ("json.loads('[1]x')", "JSONDecodeError: Extra data: line 1 column 4 (char 3)"),
    (
      "json.loads('{a:1}')",
      "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
    ),
    (
      "json.loads('\\n\\n [1,\\n2,,')",
      "JSONDecodeError: Expecting value: line 4 column 3 (char 9)"
    ),
    ("json.loads('-')", "JSONDecodeError: Expecting value: line 1 column 1 (char 0)"),
    ("json.loads('01')", "JSONDecodeError: Extra data: line 1 column 2 (char 1)"),
    (
      "json.loads('\"\\t\"')",
      "JSONDecodeError: Invalid control character at: line 1 column 2 (char 1)"
    ),
    ("json.loads('[1,]')", "JSONDecodeError: Expecting value: line 1 column 4 (char 3)"),
    ("json.loads('NaN')", "nan"),
    ("json.loads('1e5')", "100000.0"),
    ("json.loads('\"\\\\ud83d\\\\ude00\"')", "'😀'"),
    (
      "[random.seed(42), random.random(), random.randint(1,100), random.choice('abcdef'), random.uniform(1,2)]",
      "[None, 0.6394267984578837, 4, 'f', 1.2750293183691193]"
    ),
    (
      "[random.seed(1), random.sample(range(100),5), random.choices('abc',k=5), random.choices([1,2,3],weights=[1,2,3],k=4)]",
      "[None, [17, 72, 97, 8, 32], ['a', 'c', 'b', 'b', 'a'], [2, 3, 2, 3]]"
    ),
    (
      "[random.seed(3), random.gauss(0,1), random.gauss(0,1), random.getrandbits(70), random.randrange(0,100,5)]",
      "[None, 0.09470803828730423, 1.2500243810835503, 717872474337387569572, 75]"
    ),
    (
      "random.Random(7).sample(range(1000),20)",
      "[331, 970, 154, 404, 666, 49, 74, 840, 548, 96, 374, 596, 59, 931, 519, 219, 38, 88, 444, 428]"
    ),
    ("random.Random(-5).random()", "0.6229016948897019"),
    ("random.Random(2**70+3).randrange(10**30)", "950537943660503557800851686006"),
    ("random.choice([])", "IndexError: Cannot choose from an empty sequence"),
    ("random.randint(5,1)", "ValueError: empty range for randrange() (5, 2, -3)"),
    ("random.sample([1],2)", "ValueError: Sample larger than population or is negative"),
    ("math.floor(-2.5)", "-3"),
    ("math.comb(10,3)", "120"),
    ("math.isqrt(99)", "9"),
    ("math.fsum([.1]*10)", "1.0"),
    ("math.log(8,2)", "3.0"),
    ("math.log(10**400)", "921.0340371976182"),
    ("math.sqrt(-1)", "ValueError: math domain error"),
    ("math.exp(1000)", "OverflowError: math range error"),
    ("math.sqrt('a')", "TypeError: must be real number, not str"),
    ("math.factorial(-1)", "ValueError: factorial() not defined for negative values"),
    ("math.modf(2.5)", "(0.5, 2.0)"),
    ("math.frexp(8)", "(0.5, 4)"),
    ("list(itertools.islice(itertools.count(5,2),3))", "[5, 7, 9]"),
    ("list(itertools.chain.from_iterable([[1],[2,3]]))", "[1, 2, 3]"),
    ("list(itertools.product([0,1],repeat=2))", "[(0, 0), (0, 1), (1, 0), (1, 1)]"),
    (
      "list(itertools.permutations('abc',2))",
      "[('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]"
    ),
    (
      "list(itertools.combinations('abcd',2))",
      "[('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]"
    ),
    ("list(itertools.accumulate([1,2,3],operator.mul,initial=10))", "[10, 10, 20, 60]"),
    (
      "[(k,list(g)) for k,g in itertools.groupby('aabbc')]",
      "[('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c'])]"
    ),
    ("list(itertools.zip_longest('ab','c',fillvalue='-'))", "[('a', 'c'), ('b', '-')]"),
    ("list(itertools.dropwhile(lambda x:x<3,[1,2,3,1]))", "[3, 1]"),
    ("list(itertools.pairwise('abc'))", "[('a', 'b'), ('b', 'c')]"),
    ("list(itertools.islice(itertools.cycle('ab'),5))", "['a', 'b', 'a', 'b', 'a']"),
    ("collections.deque([1,2,3,4],maxlen=3)", "deque([2, 3, 4], maxlen=3)"),
    ("collections.deque().pop()", "IndexError: pop from an empty deque"),
    ("collections.Counter('abracadabra').most_common(2)", "[('a', 5), ('b', 2)]"),
    ("collections.Counter('aab')-collections.Counter('a')", "Counter({'a': 1, 'b': 1})"),
    ("collections.defaultdict(list,a=[1])", "defaultdict(<class 'list'>, {'a': [1]})"),
    ("collections.namedtuple('P','x y')(1,2)", "P(x=1, y=2)"),
    (
      "collections.namedtuple('P','x y')(1)",
      "TypeError: P.__new__() missing 1 required positional argument: 'y'"
    ),
    ("collections.OrderedDict(a=1)", "OrderedDict([('a', 1)])"),
    ("functools.reduce(operator.add,[1,2,3])", "6"),
    (
      "functools.reduce(operator.add,[])",
      "TypeError: reduce() of empty iterable with no initial value"
    ),
    ("functools.partial(int,base=2)('101')", "5"),
    ("sorted([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a))", "[3, 2, 1]"),
    ("operator.itemgetter(1,0)('ab')", "('b', 'a')"),
    ("copy.deepcopy([1,[2]])", "[1, [2]]"),
    ("string.capwords('hello big world')", "'Hello Big World'"),
  ]

  @Test(arguments: expressions)
  func givesWhatCPythonGives(_ expression: String, _ expected: String) {
    #expect(
      evaluate(
        expression,
        setup:
          "import json, math, random, itertools, functools, collections, operator, copy, string")
        == expected)
  }
}
