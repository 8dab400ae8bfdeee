# A subclass must let Process set itself up.
from multiprocessing import Process


class Buyer(Process):
    def __init__(self, number):
        self.number = number


if __name__ == '__main__':
    buyer = Buyer(1)
    buyer.start()
# expect error: AttributeError: 'Buyer' object has no attribute '_closed'. Did you mean: 'close'?
