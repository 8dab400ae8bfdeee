# Two semaphores that hand the turn over: strictly in turn.
# observe: lines
# expect outcomes: {['tick', 'tock', 'tick', 'tock']}
from multiprocessing import Process, Semaphore


def say(word, mine, other):
    for _ in range(2):
        mine.acquire()
        print(word)
        other.release()


if __name__ == '__main__':
    tick, tock = Semaphore(1), Semaphore(0)
    p = Process(target=say, args=('tock', tock, tick))
    p.start()
    say('tick', tick, tock)
    p.join()
# expect: tick
# expect: tock
# expect: tick
# expect: tock
