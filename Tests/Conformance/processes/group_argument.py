# The function goes in by name.
from multiprocessing import Process


def buy():
    print('never')


p = Process(buy)
# expect error: AssertionError: group argument must be None for now
