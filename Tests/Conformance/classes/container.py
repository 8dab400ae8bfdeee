# An object that behaves like a container.
class Shelf:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __contains__(self, item):
        print('looking for', item)
        return item in self.items

    def __iter__(self):
        return iter(self.items)


s = Shelf('a', 'b', 'c')
print(len(s), s[0], s[-1], s[1:], 'b' in s, list(s))
# expect: looking for b
# expect: 3 a c ['b', 'c'] True ['a', 'b', 'c']
s[0] = 'z'
del s[1]
print([x for x in s], bool(s), bool(Shelf()))  # expect: ['z', 'c'] True False
first, second = s
print(first, second, sorted(s), max(s))  # expect: z c ['c', 'z'] z
