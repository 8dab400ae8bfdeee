# Process objects: attributes.
from multiprocessing import Process


class Clerk(Process):
    def __init__(self, desk):
        Process.__init__(self)
        self.desk = desk
        self.daemon = True

    def run(self):
        print(self.name, 'at desk', self.desk, self.daemon)


if __name__ == '__main__':
    clerk = Clerk(3)
    print(clerk.daemon, clerk.exitcode)
    clerk.start()
    clerk.join()
    print(clerk.exitcode, clerk.pid > 0)
# expect: True None
# expect: Clerk-1 at desk 3 True
# expect: 0 True
