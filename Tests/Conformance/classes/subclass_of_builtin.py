# A subclass of dict and of list.
class Counts(dict):
    def __missing__(self, key):
        return 0

    def add(self, key):
        self[key] += 1


class Stack(list):
    def push(self, item):
        self.append(item)


c = Counts()
c.add('a')
c.add('a')
print(c, c['b'], len(c), isinstance(c, dict))  # expect: {'a': 2} 0 1 True
s = Stack([1])
s.push(2)
print(s, s[-1], len(s))  # expect: [1, 2] 2 2
