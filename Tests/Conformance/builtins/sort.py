# Sorting is stable, in place, and never mixes types.
people = [('Ann', 30), ('Bob', 25), ('Cid', 30), ('Dan', 25)]
people.sort(key=lambda p: p[1])
print(people)  # expect: [('Bob', 25), ('Dan', 25), ('Ann', 30), ('Cid', 30)]
people.sort(key=lambda p: p[1], reverse=True)
print(people)  # expect: [('Ann', 30), ('Cid', 30), ('Bob', 25), ('Dan', 25)]
print(people.sort())  # expect: None
numbers = [5, 2.5, -1, True]
numbers.sort()
print(numbers)  # expect: [-1, True, 2.5, 5]
words = ['delta', 'Alpha', 'charlie', 'bravo']
print(sorted(words), sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)))
# expect: ['Alpha', 'bravo', 'charlie', 'delta'] ['delta', 'Alpha', 'bravo', 'charlie'] ['charlie', 'Alpha', 'bravo', 'delta']
print(sorted([[2, 1], [1, 9], [1]]))  # expect: [[1], [1, 9], [2, 1]]
sorted([1, 'a'])
# expect error: TypeError: '<' not supported between instances of 'str' and 'int'
