# Only what the program does with it counts.
# chance
# observe: lines
# expect outcomes: {['low'], ['high']}
import random

print('low' if random.randint(1, 6) < 4 else 'high')
