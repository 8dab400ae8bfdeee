# A random choice is every one of its values.
# chance
# observe: printed("heads")
# expect outcomes: {0, 1, 2}
import random

for _ in range(2):
    print(random.choice(['heads', 'tails']))
