# What a process knows before it is started.
from multiprocessing import Process

p = Process(target=print)
print(p.name, p.pid, p.ident, p.exitcode, p.daemon, p.is_alive())
print(repr(p).split(' parent=')[0], repr(p).split(' ')[-1])
for action in [lambda: p.terminate(), lambda: p.kill()]:
    try:
        action()
    except AttributeError as error:
        print(error)
p.sentinel
# expect: Process-1 None None None False False
# expect: <Process name='Process-1' initial>
# expect: 'NoneType' object has no attribute 'terminate'
# expect: 'NoneType' object has no attribute 'kill'
# expect error: ValueError: process not started
