# A managed condition.
from multiprocessing import Manager, Process


def child(condition, ns):
    with condition:
        ns.ready = True
        condition.notify_all()


if __name__ == '__main__':
    with Manager() as manager:
        condition, ns = manager.Condition(), manager.Namespace(ready=False)
        p = Process(target=child, args=(condition, ns))
        with condition:
            p.start()
            print(condition.wait_for(lambda: ns.ready))
            print(condition.wait(0.05), condition.wait_for(lambda: False, 0.05))
            print(condition.notify(), condition.notify(2))
        p.join()
        for action in [condition.wait, condition.notify, condition.notify_all, condition.release]:
            try:
                action()
            except RuntimeError as error:
                print(error)
# expect: True
# expect: False False
# expect: None None
# expect: cannot wait on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot release un-acquired lock
