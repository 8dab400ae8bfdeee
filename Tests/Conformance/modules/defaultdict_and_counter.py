# collections.defaultdict and Counter.
from collections import Counter, OrderedDict, defaultdict

d = defaultdict(list)
d['a'].append(1)
d['b'] += [2]
print(d, dict(d), 'z' in d, d['z'], len(d))
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': [2], 'z': []}) {'a': [1], 'b': [2]} False [] 3
n = defaultdict(int)
for word in 'a b a'.split():
    n[word] += 1
print(dict(n))  # expect: {'a': 2, 'b': 1}
c = Counter('banana')
print(c, c['a'], c['x'], c.most_common(1), sum(c.values()))
# expect: Counter({'a': 3, 'n': 2, 'b': 1}) 3 0 [('a', 3)] 6
c.update('aab')
print(c.most_common(), Counter(a=1) + Counter(a=2, b=1), Counter(a=3) - Counter(a=1), sorted(c.elements()))
# expect: [('a', 5), ('b', 2), ('n', 2)] Counter({'a': 3, 'b': 1}) Counter({'a': 2}) ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'n', 'n']
print(list(OrderedDict([('x', 1), ('y', 2)])))  # expect: ['x', 'y']
