// The grammar of the language core: which programs the generator draws. Stored numbers, texts and lists
// are kept short, so that no program grows without limit; sets are shown sorted, because CPython's
// order of texts in a set differs from run to run.

extension Grammar {
  static let core = Grammar(
    rules: coreRules, passages: ["statement": coreStatements, "member": coreMembers])
}

private let coreRules = #"""
  lit = 0
  lit = 1
  lit = 2
  lit = 3
  lit = 7
  lit = -1
  lit = -4
  lit = 10
  lit = 255
  lit = 1000000007
  lit = 10**20
  lit = True
  small = 0
  small = 1
  small = 2
  small = 3
  small = 5
  small = -2
  tiny = 0
  tiny = 1
  tiny = 2
  tiny = 3
  index = 0
  index = 1
  index = -1
  index = 2
  index = -2
  index = 9
  bit = 0
  bit = 1
  step = 1
  step = 2
  step = 3
  step = -1
  step = -2
  slice = 1:
  slice = :2
  slice = :-1
  slice = ::2
  slice = ::-1
  slice = 1:3
  slice = -3:
  slice = -1:0:-1
  slice = «small»:«small»
  slice = «small»:«small»:«step»
  none = None
  error = ValueError
  error = KeyError
  error = TypeError
  error = RuntimeError
  error = IndexError
  error = ZeroDivisionError
  error = StopIteration

  int = 1
  int = 4
  int = 6
  int = 12
  int = «lit»
  int = «lit»
  int = «small»
  int = «var int»
  int = «var int»
  int = «var int»
  int = («int» + «int»)
  int = («int» - «int»)
  int = («int» * «lit»)
  int = («int» // «int»)
  int = («int» % «int»)
  int = («lit» ** «tiny»)
  int = («int» & «int»)
  int = («int» | «int»)
  int = («int» ^ «int»)
  int = («int» << «tiny»)
  int = («int» >> «tiny»)
  int = -«int»
  int = ~«int»
  int = abs(«int»)
  int = len(«ints»)
  int = len(«text»)
  int = len(«table»)
  int = len(«set»)
  int = len(«pair»)
  int = len(«any»)
  int = sum(«ints»)
  int = sum(«ints», «int»)
  int = min(«ints»)
  int = max(«ints», default=«int»)
  int = max(«int», «int», «int»)
  int = min(«int», «int», key=abs)
  int = «ints»[«index»]
  int = «table»[«text»]
  int = «table».get(«text», «int»)
  int = «text».count(«text»)
  int = «text».find(«text»)
  int = «text».index(«text»)
  int = «text».rfind(«text», «small»)
  int = ord(«text»)
  int = «ints».index(«int»)
  int = «ints».count(«int»)
  int = int(«float»)
  int = int(«text»)
  int = int(«text», «base»)
  int = int(«bool»)
  int = round(«float»)
  int = round(«int», -1)
  int = («int» if «bool» else «int»)
  int = («int» or «int»)
  int = («int» and «int»)
  int = divmod(«int», «int»)[«bit»]
  int = pow(«lit», «tiny», «lit»)
  int = («int»).bit_length()
  int = next(iter(«ints»))
  int = next(iter(«ints»), «int»)
  int = x:int | sum(«int» for «it int» in «^ints»)
  int = x:int | (lambda «it int»: «int»)(«^int»)
  int = functools.reduce(lambda a, b: a * 2 + b, «ints», «int»)
  int = math.gcd(«int», «int»)
  int = math.floor(«float»)
  int = math.isqrt(«int»)
  int = math.factorial(«small»)
  int = «var f1»(«int»)
  int = «var f2»(«int», «int»)
  int = «var f2»(«int», b=«int»)
  int = «var f2»(*«ints»[:2])
  int = «var f2»(**«table»)
  int = «var obj».x
  int = «var obj».total()
  int = «var obj».half
  int = len(«var obj»)
  int = «var obj»[«int»]
  int = «var obj»(«int»)
  int = sum(«var gen»(«small»))
  int = collections.Counter(«text»).total()
  int = collections.deque(«ints», maxlen=3)[«index»]
  base = 2
  base = 8
  base = 16
  base = 36
  base = 0

  float = 0.5
  float = -2.25
  float = 3.0
  float = 1e300
  float = 1e-7
  float = 123456.789
  float = 0.1
  float = -0.0
  float = float('inf')
  float = float('nan')
  float = «var float»
  float = «var float»
  float = («float» + «float»)
  float = («float» - «int»)
  float = («float» * «float»)
  float = («int» / «int»)
  float = («float» / «float»)
  float = («float» // «float»)
  float = («float» % «float»)
  float = («lit» ** -«tiny»)
  float = (abs(«float») ** 0.5)
  float = float(«int»)
  float = float(«text»)
  float = round(«float», «tiny»)
  float = round(«float», -1)
  float = abs(«float»)
  float = -«float»
  float = max(«float», «int»)
  float = min([«float», «float»])
  float = divmod(«float», «float»)[«bit»]
  float = sum([«float», «float», «int»])
  float = math.sqrt(«float»)
  float = math.fmod(«float», «float»)
  float = math.hypot(«int», «float»)
  float = math.copysign(«float», «int»)
  float = math.modf(«float»)[«bit»]
  float = math.log10(«float»)

  word = 'spam'
  word = 'Eggs and ham'
  word = ''
  word = 'a'
  word = 'x,y,,z'
  word = '  padded\t'
  word = 'éß中'
  word = 'it\'s "so"'
  word = 'two\nlines\r\n'
  word = '42'
  word = '-1.5e3'
  word = 'b'
  word = '\x00\\'
  word = 'ABBA'
  text = 'q'
  text = 'a b'
  text = «word»
  text = «word»
  text = «var text»
  text = «var text»
  text = «var text»
  text = («text» + «text»)
  text = («text» * «tiny»)
  text = «text»[«slice»]
  text = «text»[«index»]
  text = «text».upper()
  text = «text».lower()
  text = «text».title()
  text = «text».capitalize()
  text = «text».swapcase()
  text = «text».casefold()
  text = «text».strip()
  text = «text».lstrip(«text»)
  text = «text».rstrip(«text»)
  text = «text».replace(«text», «text»)
  text = «text».replace(«text», «text», «tiny»)
  text = «text».join(«texts»)
  text = «text».center(«width»)
  text = «text».center(«width», '*')
  text = «text».ljust(«width», «text»)
  text = «text».rjust(«width»)
  text = «text».zfill(«width»)
  text = «text».removeprefix(«text»)
  text = «text».removesuffix(«text»)
  text = «text».expandtabs(«small»)
  text = «text».partition(«text»)[«index»]
  text = «text».rpartition(«text»)[«index»]
  text = «text».translate({97: 'X', 98: None})
  text = str(«any»)
  text = repr(«any»)
  text = repr(«text»)
  text = ascii(«text»)
  text = chr(«small» + 97)
  text = hex(«int»)
  text = oct(«int»)
  text = bin(«int»)
  text = type(«any»).__name__
  text = str(type(«any»))
  text = sorted(«texts»)[«index»]
  text = max(«texts»)
  text = min(«texts», key=len)
  text = («text» if «bool» else «text»)
  text = («text» or «text»)
  text = x:text | ''.join(«it text» for «it text» in «^text» if «bool»)
  text = format(«int», «intspec»)
  text = format(«float», «floatspec»)
  text = format(«text», «textspec»)
  text = format(«any», «textspec»)
  text = f'{«var int»:>6}|{«var text»!r}'
  text = f"{«var int»}{«var float»:.3f}"
  text = f'{«var any»!s:>12}{{}}'
  text = f'{«var int»=} {«var text»=:>4}'
  text = f'{«var int»:{«width»}}'
  text = f"""{«var ints»[0]!r:<5}{«var int» + 1:,}"""
  text = '%d %s' % («int», «any»)
  text = '%5.1f|%-6s|%r' % («float», «text», «any»)
  text = '%x %o %e %g %c' % («int», «int», «float», «float», «small» + 97)
  text = '%05d %+d %% %i' % («int», «int», «int»)
  text = '%(a)s-%(b)04d' % «table»
  text = '%s' % «any»
  text = '{} {}'.format(«any», «any»)
  text = '{1}{0!r}'.format(«any», «any»)
  text = '{a:>5}{b:<5}|'.format(**«table»)
  text = '{0[0]} {1:^9}'.format(«ints», «text»)
  text = '{:{}}'.format(«int», «width»)
  text = json.dumps(«any»)
  text = json.dumps(«table», indent=2, sort_keys=True)
  text = json.dumps(«pair», separators=(',', ':'), ensure_ascii=False)
  text = str(«bytes»)
  text = «bytes».decode()
  text = «bytes».hex()
  text = «var obj».name()
  text = str(«var obj»)
  text = functools.reduce(lambda a, b: b + a, «text», «text»)
  width = 0
  width = 3
  width = 8
  width = 12
  intspec = 'd'
  intspec = ','
  intspec = '+d'
  intspec = '08d'
  intspec = '#x'
  intspec = '#010b'
  intspec = 'o'
  intspec = '_b'
  intspec = '>12'
  intspec = '<8d'
  intspec = '^+9,'
  intspec = '*=+10d'
  intspec = '.2f'
  intspec = 'e'
  intspec = '%'
  intspec = 'c'
  intspec = 's'
  intspec = 'n'
  intspec = 'X'
  intspec = '.3'
  intspec = ''
  floatspec = '.2f'
  floatspec = '8.3f'
  floatspec = 'e'
  floatspec = '.0e'
  floatspec = 'g'
  floatspec = '.3g'
  floatspec = '#.3g'
  floatspec = '%'
  floatspec = '.1%'
  floatspec = ','
  floatspec = '+,.2f'
  floatspec = '010.1f'
  floatspec = '>12'
  floatspec = ''
  floatspec = '.4'
  floatspec = 'd'
  floatspec = 'G'
  floatspec = '_.1f'
  floatspec = '^15.2E'
  floatspec = '.17g'
  textspec = '>8'
  textspec = '<8'
  textspec = '^9'
  textspec = '*^9'
  textspec = '.2'
  textspec = '6.3'
  textspec = ''
  textspec = 's'
  textspec = 'd'
  textspec = '=8'
  textspec = '08'

  bool = True
  bool = False
  bool = («int» < «int»)
  bool = («int» >= «float»)
  bool = («float» == «int»)
  bool = («text» < «text»)
  bool = («text» == «text»)
  bool = («any» == «any»)
  bool = («any» != «any»)
  bool = («any» < «any»)
  bool = («any» is None)
  bool = («any» in «any»)
  bool = («int» < «int» <= «int»)
  bool = («int» in «ints»)
  bool = («text» in «text»)
  bool = («text» not in «table»)
  bool = («int» in «set»)
  bool = («ints» <= «ints»)
  bool = («pair» < «pair»)
  bool = («set» <= «set»)
  bool = («set» == «set»)
  bool = («table» == «table»)
  bool = not «any»
  bool = («bool» and «bool»)
  bool = («bool» or «bool»)
  bool = («bool» ^ «bool»)
  bool = bool(«any»)
  bool = all(«ints»)
  bool = any(«texts»)
  bool = x:int | any(«bool» for «it int» in «^ints»)
  bool = isinstance(«any», «class»)
  bool = isinstance(«any», («class», «class»))
  bool = issubclass(«class», «class»)
  bool = «text».startswith(«text»)
  bool = «text».endswith((«text», «text»))
  bool = «text».isdigit()
  bool = «text».isalpha()
  bool = «text».isspace()
  bool = «text».isupper()
  bool = «text».isalnum()
  bool = «text».isidentifier()
  bool = «text».istitle()
  bool = «set».isdisjoint(«set»)
  bool = math.isnan(«float»)
  bool = math.isclose(«float», «float»)
  bool = hasattr(«any», 'upper')
  bool = callable(«any»)
  bool = «float».is_integer()
  bool = «var bool»
  bool = («var obj» == «var obj»)
  bool = («var obj» < «var obj»)
  bool = («int» in «var obj»)
  bool = bool(«var obj»)
  class = int
  class = str
  class = float
  class = bool
  class = list
  class = dict
  class = tuple
  class = object
  class = type(«any»)
  class = «var class»

  ints = [«int», «int», «int»]
  ints = [3, 1, 2]
  ints = []
  ints = [«int»]
  ints = «var ints»
  ints = «var ints»
  ints = «var ints»
  ints = list(range(«small»))
  ints = list(range(«small», 9, «step»))
  ints = [«int»] * «tiny»
  ints = («ints» + «ints»)
  ints = «ints»[«slice»]
  ints = sorted(«ints»)
  ints = sorted(«ints», reverse=True)
  ints = x:int | sorted(«^ints», key=lambda «it int»: «int»)
  ints = list(reversed(«ints»))
  ints = x:int | [«int» for «it int» in «^ints»]
  ints = x:int | [«it int» for «it int» in «^ints» if «bool»]
  ints = x:int | [«int» for «it int» in «^ints» for j in range(2)]
  ints = x:int | list(map(lambda «it int»: «int», «^ints»))
  ints = x:int | list(filter(lambda «it int»: «bool», «^ints»))
  ints = list(map(abs, «ints»))
  ints = list(filter(None, «ints»))
  ints = [a * b for a, b in zip(«ints», «ints»)]
  ints = [i for i, v in enumerate(«texts», «small»)]
  ints = list(«table».values())
  ints = [*«ints», *«ints»]
  ints = sorted(«set»)
  ints = list(itertools.accumulate(«ints»))
  ints = list(itertools.chain(«ints», «ints»))
  ints = list(itertools.islice(itertools.count(«small»), 3))
  ints = list(itertools.takewhile(lambda v: v > 1, «ints»))
  ints = «ints».copy()
  ints = list(«bytes»)
  ints = list(«var gen»(«small»))
  ints = list(«var obj»)
  ints = [len(t) for t in «texts»]
  ints = [n for row in [«ints», «ints»] for n in row]
  ints = list(collections.deque(«ints», maxlen=2))
  ints = list(dict.fromkeys(«ints»))

  texts = [«text», «text»]
  texts = [«text», «text», «text»]
  texts = ['b', 'a', 'C']
  texts = []
  texts = «var texts»
  texts = «var texts»
  texts = «text».split()
  texts = «text».split(«text»)
  texts = «text».split(',', «tiny»)
  texts = «text».rsplit(None, 1)
  texts = «text».splitlines()
  texts = list(«text»)
  texts = sorted(«texts»)
  texts = sorted(«texts», key=len)
  texts = sorted(«texts», key=str.lower)
  texts = sorted(«table»)
  texts = list(«table»)
  texts = x:int | [str(«int») for «it int» in «^ints»]
  texts = [t.upper() for t in «texts»]
  texts = list(map(str, «ints»))
  texts = «texts»[«slice»]
  texts = [k + str(v) for k, v in «table».items()]
  texts = list(«text».partition(«text»))
  texts = [''.join(p) for p in itertools.permutations('abc', 2)]

  table = {'a': «int», 'b': «int»}
  table = {«text»: «int», «text»: «int»}
  table = {}
  table = «var table»
  table = «var table»
  table = x:int | {str(«it int»): «int» for «it int» in «^ints»}
  table = dict(zip(«texts», «ints»))
  table = {**«table», **«table»}
  table = dict(a=«int», b=«int»)
  table = («table» | «table»)
  table = dict(sorted(«table».items()))
  table = dict.fromkeys(«texts», «int»)
  table = {v: k for k, v in enumerate(«texts»)}
  table = «table».copy()
  table = dict(collections.Counter(«text»))
  table = {k: v for k, v in «table».items() if v > «int»}
  table = json.loads(json.dumps(«table»))

  pair = («int», «text»)
  pair = («any», «any»)
  pair = ()
  pair = («any»,)
  pair = tuple(«ints»)
  pair = divmod(«int», «int»)
  pair = («pair» + «pair»)
  pair = «pair»[«slice»]
  pair = (*«ints», «any»)
  pair = tuple(«table».items())
  pair = «var pair»
  pair = max(zip(«ints», «texts»))
  pair = tuple(zip(«ints», «texts»))
  pair = tuple(enumerate(«texts»))
  pair = («int», («text», «ints»))
  pair = tuple(itertools.zip_longest(«ints», «texts», fillvalue=«any»))
  pair = tuple(itertools.product(«ints»[:2], 'ab'))
  pair = tuple(itertools.combinations(«ints»[:3], 2))
  pair = tuple((k, list(g)) for k, g in itertools.groupby(«texts», key=len))
  pair = tuple(collections.Counter(«ints»).most_common(2))
  pair = math.frexp(«float»)

  set = {2, 4}
  set = set()
  set = set(«ints»)
  set = {«int», «int»}
  set = («set» | «set»)
  set = («set» & «set»)
  set = («set» - «set»)
  set = («set» ^ «set»)
  set = x:int | {«int» for «it int» in «^ints»}
  set = frozenset(«ints»)
  set = «set».union(«ints»)
  set = «var set»

  bytes = b'abc'
  bytes = b''
  bytes = «text».encode()
  bytes = bytes(«ints»)
  bytes = bytes(«tiny»)
  bytes = «bytes»[«slice»]
  bytes = («bytes» + «bytes»)
  bytes = bytes.fromhex(«text»)
  bytes = («int»).to_bytes(2, 'big')

  any = 3
  any = 1.5
  any = 'w'
  any = [2, 1]
  any = None
  any = (1,)
  any = {'k': 1}
  any = «int»
  any = «float»
  any = «text»
  any = «bool»
  any = «ints»
  any = «texts»
  any = «table»
  any = «pair»
  any = «none»
  any = «bytes»
  any = sorted(«set»)
  any = [«any», «any»]
  any = {«text»: «any»}
  any = «var any»
  any = («any» + «any»)
  any = («any» * «any2»)
  any = («any» - «any»)
  any = «any»[«any2»]
  any = («any» or «any»)
  any = «var obj»
  any = («var obj» + «any»)
  any = («any» + «var obj»)
  any = («var obj» * «lit»)
  any = -«var obj»
  any = «var obj».missing
  any = type(«any»)(«any»)
  any = max(«any», «any»)
  any = sorted(«any»)
  any = sum(«any»)
  any = [*«any»]
  any = dict(«any»)
  any = range(«small», 8, «step»)
  any = ValueError(«any»)
  any = KeyError(«any»)
  any = collections.Counter(«texts»)
  any = collections.deque(«ints»)
  any = collections.OrderedDict(«table»)
  any = json.loads(json.dumps(«any»))
  any = json.loads(«text»)
  any2 = «tiny»
  any2 = «small»
  any2 = «text»
  """#

private let coreStatements = #"""
  print(«any»)
  --
  print(«any»)
  --
  print(«int», «text», sep=«text»)
  --
  print(«float», «bool»)
  --
  print(«text»)
  --
  print(«texts», «ints»)
  --
  print(«table», «pair»)
  --
  print(*«ints», sep=', ', end='!\n')
  --
  «new int» = («int») % 10007
  --
  «new int» = «lit»
  --
  «new float» = «float»
  --
  «new text» = str(«text»)[:40]
  --
  «new ints» = list(«ints»)[:9]
  --
  «new texts» = list(«texts»)[:9]
  --
  «new table» = dict(«table»)
  --
  «new pair» = («int», «text»)
  --
  «new set» = set(«ints»)
  --
  «new any» = «any»
  --
  «new int», «new text» = («int») % 101, str(«text»)[:20]
  --
  «new int», *«new ints» = [1, *«ints»][:9]
  --
  («new int», «new text»), «new bool» = (1, 'u'), bool(«any»)
  --
  «var int» += «small»
  print(«var int»)
  --
  «var ints»[«index»] = «int»
  print(«var ints»)
  --
  «var ints»[«slice»] = «ints»[:4]
  print(«var ints»)
  --
  del «var ints»[«slice»]
  print(«var ints»)
  --
  del «var ints»[«index»]
  --
  «var ints».append(«int»)
  print(«var ints»)
  --
  «var ints».insert(«small», «int»)
  «var ints».extend(«ints»[:3])
  print(«var ints», «var ints».pop())
  --
  «var ints».sort(key=lambda v: v % 3)
  print(«var ints»)
  --
  «var ints».remove(«int»)
  --
  «var ints».reverse()
  print(«var ints»)
  --
  «var ints» *= «tiny»
  print(«var ints»)
  --
  «var table»[«text»] = «int»
  print(«var table», list(«var table».items()))
  --
  del «var table»[«text»]
  --
  «var table».update(«table»)
  print(«var table».pop(«text», «none»), «var table»)
  --
  print(«var table».setdefault(«text», «int»), «var table».popitem())
  --
  «var table» |= «table»
  print(«var table»)
  --
  «var set».add(«int»)
  «var set».discard(«int»)
  print(sorted(«var set»), len(«var set»))
  --
  «var set» -= «set»
  print(sorted(«var set»))
  --
  if «bool»:
      «block»
  elif «any»:
      «block»
  else:
      «block»
  --
  for «bind int» in «ints»[:4]:
      «block»
  --
  for «bind int», «bind text» in enumerate(«texts»[:3], «small»):
      «block»
  else:
      print('no break')
  --
  for «bind text», «bind int» in list(«table».items())[:3]:
      if «bool»:
          continue
      «block»
      if «bool»:
          break
  else:
      print('ran out')
  --
  for «bind int» in «any»:
      print(«any»)
      if «bool»: break
  --
  «new int» = 0
  count = 0
  while count < 4:
      count += 1
      if «bool»:
          continue
      «block»
      if «bool»:
          break
  else:
      print('while else', count)
  --
  try:
      «block»
      «block»
  except (ValueError, KeyError) as e:
      print('caught', type(e).__name__, e.args)
  except TypeError as e:
      print('type error', e)
  else:
      print('nothing happened')
  finally:
      print('finally')
  --
  try:
      raise «error»(«any»)
  except Exception as e:
      print(repr(e), str(e), e.args)
  --
  try:
      try:
          «block»
          raise «error»(«text»)
      finally:
          print('inner finally')
  except Exception as e:
      print(type(e).__name__, type(e.__context__).__name__)
  --
  assert «bool», «any»
  --
  if «bool»:
      raise «error»(«text»)
  --
  def «new f1»(«bind int»):
      «block»
      return («int») % 10007
  --
  def «new f1»(n):
      if n <= 1:
          return n
      return «var f1»(n % 7) + n
  --
  def «new f1»(n):
      def inner(m):
          nonlocal n
          n += m
          return n
      return inner(«small») + inner(2) * n
  --
  def «new f2»(a, b=«int»):
      return a * 2 - b
  --
  def «new f2»(a, *rest, b=«int», **more):
      print(a, rest, b, sorted(more))
      return len(rest)
  --
  def «new f2»(a, /, b, *, c=3):
      return a + b + c
  --
  def «new f2»(a, b=2):
      try:
          return a // b
      except ZeroDivisionError:
          return -1
      finally:
          print('f2', a, b)
  --
  def «new gen»(n):
      for i in range(n):
          got = yield i * «small»
      return «int»
  --
  def «new gen»(n):
      try:
          yield from range(n)
          yield «int»
      except ValueError as e:
          yield e.args[0]
  --
  def «new gen»(n):
      yield n
      yield from (v * v for v in «ints»[:3])
  --
  it = iter(«var gen»(2))
  print(next(it), next(it, 'none left'), next(it, None))
  --
  def closing():
      try:
          yield «int»
          yield «int»
      finally:
          print('closed')
  it = closing()
  print(next(it))
  it.close()
  print(list(it))
  --
  it = «var gen»(2)
  print(next(it), it.send(«int»))
  try:
      print(it.throw(ValueError(«text»)))
  except ValueError as e:
      print('came back', e)
  --
  memo = functools.lru_cache(maxsize=None)(«var f1»)
  print(memo(3), memo(3), memo(2))
  --
  add = functools.partial(«var f2», «int»)
  print(add(b=«int»))
  --
  def twice(f):
      @functools.wraps(f)
      def inner(*args):
          return f(f(*args))
      return inner
  @twice
  def step(v):
      return v + «small»
  print(step(«int»), step.__name__)
  --
  fs = [lambda v, k=k: v + k for k in range(3)]
  print([f(«int») for f in fs])
  --
  fs = [lambda: k for k in range(3)]
  print([f() for f in fs])
  --
  if (m := «int») > 3:
      print('walrus', m)
  --
  a, b, *c = «any»
  print(a, b, c)
  --
  (a, b), c = «any», «any»
  print(a, b, c)
  --
  a = b = «ints»
  b.append(0)
  print(a is b, a)
  --
  a, b = «any», «any»
  a, b = b, a
  print(a, b)
  --
  class «new class»:
      shared = «ints»
      def __init__(self, x=«small», y=«small»):
          self.x = x
          self.y = y
      def __repr__(self):
          return f'P({self.x!r}, {self.y!r})'
      def total(self):
          return self.x + self.y
      def name(self):
          return type(self).__name__[:1] + str(self.y)
      @property
      def half(self):
          return self.x // 2
      «member»
      «member»
      «member»
  --
  class «new class»(«var class»):
      def __init__(self, x=1, y=2):
          super().__init__(x, y)
          self.z = «small»
      def total(self):
          return super().total() * 2
      «member»
      «member»
  --
  class «new class»(«var class»):
      count = 0
      @classmethod
      def make(cls, x):
          cls.count += 1
          return cls(x, cls.count)
      @staticmethod
      def add(a, b):
          return a + b
  --
  «new obj» = «var class»(«int», «int»)
  --
  «new obj» = «var class»()
  --
  «new obj» = «var class»(y=«any»)
  --
  «var obj».x = «int»
  print(«var obj», «var obj».total())
  --
  «var obj».half = «int»
  --
  print([c.__name__[:1] for c in «var class».__mro__][-1], isinstance(«var obj», «var class»))
  --
  print(«var obj».shared, getattr(«var obj», 'z', 'no z'), hasattr(«var obj», 'make'))
  --
  print(sorted(vars(«var obj»)), «var obj».__class__.__name__[:1])
  --
  with «var obj» as w:
      print('inside', w)
      «block»
  --
  «var obj» += «int»
  print(«var obj»)
  --
  «var obj»[«int»] = «any»
  --
  for v in itertools.islice(«var obj», 3):
      print(v)
  --
  print(sorted([«var class»(3, 1), «var class»(1, 2)])[0])
  --
  print({«var obj»: 1}[«var obj»])
  --
  Point = collections.namedtuple('Point', 'x y')
  p = Point(«any», y=«any»)
  print(p, p.x, p[1], p._replace(x=0), p == (1, 2), *p)
  --
  d = collections.defaultdict(list)
  for t in «texts»:
      d[len(t)].append(t)
  print(dict(d), d[99])
  --
  q = collections.deque(«ints», maxlen=3)
  q.append(«int»)
  q.appendleft(«int»)
  q.rotate(«small»)
  print(q, q.popleft())
  --
  total = 0
  def bump():
      global total
      total += «small»
      return total
  print(bump(), bump(), total)
  --
  rows = [[i * j for j in range(3)] for i in range(3)]
  rows[1][«index»] = «any»
  print(rows, [r[«index»] for r in rows], list(zip(*rows)))
  --
  print(list(zip(«ints», «texts»)), list(zip(«ints», «ints», strict=True)))
  --
  print(next(v for v in «ints» if v > «small»))
  --
  print('%s %s' % «pair»)
  --
  print(undefined_name)
  --
  print((«text»).nothing)
  --
  print(«any»(«any»))
  --
  print(len(), «int»)
  --
  print(«var f1»(«int», «int»))
  --
  print(«var f2»(a=«int», q=1))
  --
  print(«text».join(«any»), «any» + «text»)
  --
  try:
      try:
          «block»
          raise «error»(«text»)
      except Exception as e:
          raise «error»(«any») from e
  except Exception as e:
      print(repr(e), repr(e.__cause__), e.__suppress_context__)
  --
  try:
      «block»
      raise «error»(«text»)
  except KeyError as e:
      raise ValueError('again') from e
  except ValueError:
      raise KeyError('other')
  except TypeError:
      raise
  --
  def leave(n):
      for i in range(3):
          try:
              if i == n:
                  return 'returned', i
              if i > n:
                  continue
              «block»
          except (TypeError, ValueError) as e:
              print('in loop', e)
              break
          finally:
              print('cleaned', i)
      else:
          return 'ran out'
      return 'broke'
  print(leave(«small»), leave(1))
  --
  def shout(*words, sep='-', **more):
      return sep.join(str(w) for w in words) + str(sorted(more.items()))
  print(shout(«any», «text», sep=«text»), shout(*«ints»[:2], x=«any»), shout(**«table»))
  --
  def keep(v, seen=[]):
      seen.append(v)
      return len(seen), seen[:3]
  print(keep(«any»), keep(«any»))
  --
  def counter(start=«small»):
      count = start
      def step(by=1):
          nonlocal count
          count += by
          return count
      return step
  one, two = counter(), counter(«int»)
  print(one(), one(«small»), two(), one())
  --
  def times(n):
      def decorate(f):
          def inner(*args, **kwargs):
              return [f(*args, **kwargs) for _ in range(n)]
          return inner
      return decorate
  @times(«tiny»)
  def work(v, w=«int»):
      return v, w
  print(work(«any»), work(«int», w=«text»))
  --
  class Left:
      def who(self): return ['Left'] + super().who()
  class Right:
      def who(self): return ['Right']
      def __repr__(self): return 'Right!'
  class Both(Left, Right):
      def who(self): return ['Both'] + super().who()
  print(Both().who(), Both(), [c.__name__ for c in Both.__mro__], Right.who(Both()))
  print(Left().who())
  --
  class Stack(list):
      def push(self, v):
          self.append(v)
          return self
      def __repr__(self):
          return 'Stack' + super().__repr__()
  s = Stack(«ints»)
  print(s.push(«any»), len(s), s[«index»], s[:2], s == list(s), s + [«int»], isinstance(s, list))
  --
  class Default(dict):
      def __missing__(self, key):
          self[key] = len(self)
          return self[key]
  d = Default(«table»)
  print(d[«text»], d['new'], d, d.get('none'))
  --
  class Celsius:
      def __init__(self, degrees): self._degrees = degrees
      @property
      def degrees(self): return self._degrees
      @degrees.setter
      def degrees(self, value):
          if value < -273: raise ValueError('too cold: %r' % value)
          self._degrees = value
  c = Celsius(«int»)
  c.degrees = «int»
  print(c.degrees, vars(c))
  c.other = «any»
  del c.other
  print(hasattr(c, 'other'))
  --
  import contextlib
  @contextlib.contextmanager
  def managed(name):
      print('enter', name)
      try:
          yield name * 2
      except KeyError as e:
          print('swallowed', e)
      finally:
          print('leave')
  with managed(«text») as m:
      print(m)
      «block»
      raise «error»(«text»)
  --
  values = iter(«ints»)
  print(list(iter(lambda: next(values, 0), 0)), next(values, 'end'))
  --
  print(sorted(«table».items(), key=lambda kv: (-kv[1], kv[0])), max(«table», key=«table».get))
  --
  print(sorted(«table».keys() & «table».keys()), «table».keys() == «table».keys())
  --
  print(sorted(«texts», key=lambda t: (len(t), t), reverse=«bool»), «texts»[::«step»])
  --
  «var ints»[::2] = «ints»[:2]
  print(«var ints»)
  --
  [first, *middle, last] = «any»
  print(first, middle, last)
  --
  for (a, b), c in zip(zip(«ints», «texts»), «texts»):
      print(a, b, c, end=';')
  print()
  --
  print({k: [v for v in «ints» if v % 2 == k] for k in range(2)}, {len(t) for t in «texts»} - {0})
  --
  print([y for x in «ints» if (y := x * 2) > «small»], (lambda *a, **k: (a, k))(«int», q=«text»))
  --
  print(«text».encode(errors='replace'), «bytes».split(b'b'), «bytes».upper(), b'b' in «bytes»)
  print(«bytes».find(b'c'), «bytes».replace(b'a', b'zz'), int.from_bytes(«bytes»[:3], 'big'))
  --
  print(«text».splitlines(True), «text».isprintable(), «text».isdecimal(), «text».isnumeric())
  --
  print((«float»).as_integer_ratio(), («int»).bit_count(), (3).as_integer_ratio())
  --
  print(f'{«var text»!r:>{«width»}}|{«var int»:+05d}|{«var float»:^12.3e}|{«var any»!s:.4}')
  --
  print(list(map(max, «ints», «ints»)), list(map(lambda a, b: (a, b), «texts», «ints»)))
  --
  print(any(t == «text» for t in «texts»), all(«ints»), sum(map(len, «texts»)), [*map(str, «pair»)])
  --
  print(list(itertools.groupby(sorted(«ints»)))[:0], list(itertools.pairwise(«ints»)))
  print(list(itertools.starmap(pow, [(2, «tiny»), («small», 2)])), list(itertools.repeat(«int», 2)))
  --
  print(collections.Counter(«text»).most_common(2), collections.Counter(«ints») + collections.Counter(«ints»))
  --
  print(math.prod(«ints»), math.comb(5, «tiny»), math.ceil(«float»), math.trunc(«float»), math.fsum(«ints»))
  --
  print(str(«any») == repr(«any»), type(«any») is type(«any»), id(«var any») == id(«var any»))
  --
  print(round(«float»), round(«float», 2), «float» // 1, divmod(«float», «int»), «float» % «int»)
  --
  print(0 < «int» < 10 != «int», not «bool» or «bool» and «bool», «int» if «bool» else «text»)
  --
  print(round(«any», «tiny»), abs(«any»), int(«any»))
  """#

private let coreMembers = #"""
  def __eq__(self, other):
      return isinstance(other, type(self)) and self.x == other.x
  --
  def __eq__(self, other):
      return self.x == other.x
  def __hash__(self):
      return hash(self.y)
  --
  def __lt__(self, other):
      return (self.x, self.y) < (other.x, other.y)
  --
  def __add__(self, other):
      if not isinstance(other, int):
          return NotImplemented
      return type(self)(self.x + other, self.y)
  --
  def __add__(self, other):
      return type(self)(self.x + other.x, self.y)
  --
  def __radd__(self, other):
      return ('radd', other, self.x)
  --
  def __mul__(self, n):
      return [self.x] * (n % 4)
  --
  def __neg__(self):
      return type(self)(-self.x, self.y)
  --
  def __iadd__(self, n):
      self.y = n
      return self
  --
  def __len__(self):
      return self.y
  --
  def __bool__(self):
      return self.x > self.y
  --
  def __iter__(self):
      yield self.x
      yield self.y
  --
  def __iter__(self):
      return iter([self.x, «int»])
  --
  def __getitem__(self, i):
      return [self.x, self.y, «int»][i]
  --
  def __setitem__(self, i, v):
      print('set', i, v)
  --
  def __contains__(self, v):
      return v in (self.x, self.y)
  --
  def __call__(self, v, *more):
      return (v, self.x, len(more))
  --
  def __str__(self):
      return f'<{self.x}>'
  --
  def __enter__(self):
      print('enter', self.x)
      return self
  def __exit__(self, kind, error, trace):
      print('exit', kind and kind.__name__, error)
      return self.y > 1
  --
  def __getattr__(self, name):
      if name == 'missing':
          return 'made up'
      raise AttributeError(name)
  --
  def __index__(self):
      return self.y
  --
  def __format__(self, spec):
      return 'F' + spec
  --
  @half.setter
  def half(self, value):
      self.x = value * 2
  --
  @property
  def half(self):
      raise ValueError('no half')
  --
  @classmethod
  def name(cls):
      return 'class method'
  --
  @staticmethod
  def total():
      return «int»
  --
  pass
  """#
