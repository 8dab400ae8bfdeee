# A comprehension's variable is its own.
x = 'outer'
squares = [x for x in range(3)]
print(x, squares)  # expect: outer [0, 1, 2]
n = 10


def f():
    n = 2
    return [i * n for i in range(3)]


print(f(), [n for _ in range(2)])  # expect: [0, 2, 4] [10, 10]
print([[i, j] for i in range(2) for j in range(2) if i != j])  # expect: [[0, 1], [1, 0]]
try:
    print(i)
except NameError as error:
    print(error)
# expect: name 'i' is not defined
