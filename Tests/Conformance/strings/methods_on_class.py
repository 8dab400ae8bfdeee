# Methods taken from the class.
print(list(map(str.upper, ['a', 'b'])), str.join('-', ['x', 'y']), sorted('bA', key=str.lower))
# expect: ['A', 'B'] x-y ['A', 'b']
print(list(map(len, ['a', 'bb'])), list.append([], 1), dict.get({'a': 1}, 'a'))
# expect: [1, 2] None 1
str.upper(5)
# expect error: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
