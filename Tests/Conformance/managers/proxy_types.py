# What the manager's makers give.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as m:
        print([type(thing).__name__ for thing in [
            m.Lock(), m.RLock(), m.Semaphore(1), m.BoundedSemaphore(1), m.Condition(),
            m.Event(), m.Barrier(2), m.Queue(), m.JoinableQueue()]])
    print(type(m).__name__)
# expect: ['AcquirerProxy', 'AcquirerProxy', 'AcquirerProxy', 'AcquirerProxy', 'ConditionProxy', 'EventProxy', 'BarrierProxy', 'AutoProxy[Queue]', 'AutoProxy[JoinableQueue]']
# expect: SyncManager
