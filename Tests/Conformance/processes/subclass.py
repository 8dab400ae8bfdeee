# A process as a class with run.
from multiprocessing import Process


class Buyer(Process):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def run(self):
        print('buyer', self.number, 'runs as', self.name)
        self.number = 99


if __name__ == '__main__':
    buyers = [Buyer(1), Buyer(2)]
    for buyer in buyers:
        buyer.start()
        buyer.join()
    print([buyer.number for buyer in buyers], buyers[0].name)
# expect: buyer 1 runs as Buyer-1
# expect: buyer 2 runs as Buyer-2
# expect: [1, 2] Buyer-1
