# Another generator of random numbers.
import random
print(random.SystemRandom().random())  # expect refused: 'random.SystemRandom' is not part of tutor's Python
