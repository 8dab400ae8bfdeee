# A subclass may wrap the target by calling super().run().
from multiprocessing import Process


class Noisy(Process):
    def run(self):
        print('before')
        super().run()
        print('after')


def work(a, *, b):
    print('work', a, b)


if __name__ == '__main__':
    p = Noisy(target=work, args=(1,), kwargs={'b': 2})
    p.start()
    p.join()
    print(type(p).__name__, repr(Noisy())[:6])
# expect: before
# expect: work 1 2
# expect: after
# expect: Noisy <Noisy
