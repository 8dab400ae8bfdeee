# A traceback goes through the subclass's run.
from multiprocessing import Process


class Oven(Process):
    def run(self):
        raise RuntimeError('cold')


if __name__ == '__main__':
    p = Oven(name='oven')
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: Process oven:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "…subclass_raises.py", line 7, in run
# expect stderr:     raise RuntimeError('cold')
# expect stderr: RuntimeError: cold
# expect: 1
