# Random values lie where they should.
import random

print(all(0 <= random.random() < 1 for _ in range(100)))  # expect: True
print(all(1 <= random.randint(1, 6) <= 6 for _ in range(100)))  # expect: True
print(sorted({random.randint(0, 1) for _ in range(200)}))  # expect: [0, 1]
print(all(2 <= random.uniform(2, 3) <= 3 for _ in range(100)))  # expect: True
print(sorted({random.choice('ab') for _ in range(200)}))  # expect: ['a', 'b']
print({random.randrange(0, 10, 5) for _ in range(200)} == {0, 5})  # expect: True
cards = list(range(10))
random.shuffle(cards)
print(sorted(cards) == list(range(10)))  # expect: True
print(len(set(random.sample(range(100), 5))))  # expect: 5
random.choice([])
# expect error: IndexError: Cannot choose from an empty sequence
