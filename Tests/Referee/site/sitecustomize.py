"""What CPython loads before a program that a test runs: it writes whole lines, as on a terminal.

Where TUTOR_RECORD names a file, the run is also disturbed and recorded. Sleeps and time limits shrink
to a random part of little, and lines of the program and of multiprocessing are held up at random, so
that every run takes another schedule; TUTOR_SEED says which. What observers may ask of a run goes into
the file, an object of JSON a line.
"""

import os
import sys


def disturb_and_record(path, seed, marked):
    import fcntl
    import io
    import json
    import random
    import threading
    import time
    import traceback
    from multiprocessing import connection, popen_fork, process, synchronize

    # Away from the numbers that a program gets to see.
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    record = fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, 200)
    os.close(opened)

    def note(kind, **fields):
        fields.update(kind=kind, pid=os.getpid(), name=process.current_process().name)
        os.write(record, (json.dumps(fields) + "\n").encode())

    # Chance: of its own, so that the program's is left alone, and another in each process.
    chance = random.Random(seed)
    os.register_at_fork(after_in_child=lambda: chance.seed(f"{seed} {os.getpid()}"))
    # How often a line is held up, and for how long; in multiprocessing, which has more lines, more
    # seldom.
    often = chance.choice((0, 0.02, 0.1, 0.3))
    often_inside = chance.choice((0, 0.01, 0.05))
    longest = chance.choice((0.0005, 0.002, 0.004))

    # Time.
    sleep = time.sleep
    monotonic = time.monotonic
    start = monotonic()
    speed = 50

    def shrunk(seconds):
        if seconds is None or seconds <= 0:
            return seconds
        return chance.uniform(0, min(seconds / speed, 0.05))

    time.sleep = lambda seconds: sleep(shrunk(seconds) if seconds > 0 else seconds)
    time.monotonic = lambda: start + (monotonic() - start) * speed

    class SemLock(synchronize.SemLock):
        def _make_methods(self):
            def acquire(block=True, timeout=None):
                return self._semlock.acquire(block, shrunk(timeout))

            self.acquire = acquire
            self.release = self._semlock.release

    synchronize.SemLock._make_methods = SemLock._make_methods
    wait = connection.wait
    connection.wait = lambda objects, timeout=None: wait(objects, shrunk(timeout))
    threads_wait = threading.Condition.wait

    def condition_wait(self, timeout=None):
        # A manager's server looks around once a second; that is no wait of the program's.
        serves = hasattr(process.current_process(), "_manager_server")
        if not (serves and threading.current_thread() is threading.main_thread()):
            timeout = shrunk(timeout)
        return threads_wait(self, timeout)

    threading.Condition.wait = condition_wait

    # Holding up.
    libraries = os.path.dirname(connection.__file__)

    def holding_up(often):
        def hold_up(frame, event, argument):
            if event == "line" and chance.random() < often:
                sleep(chance.uniform(0, longest * (10 if chance.random() < 0.02 else 1)))
            return hold_up

        return hold_up

    in_program = holding_up(often)
    in_library = holding_up(often_inside)

    def choose(frame, event, argument):
        file = frame.f_code.co_filename
        if file == sys.orig_argv[-1]:
            return in_program
        return in_library if file.startswith(libraries) else None

    if often or often_inside:
        sys.settrace(choose)
        threading.settrace(choose)

    # Output.
    class Lines(io.RawIOBase):
        def writable(self):
            return True

        def write(self, bytes):
            note("wrote", text=str(bytes, "utf-8", "replace"))
            return len(bytes)

    sys.stdout = io.TextIOWrapper(Lines(), encoding="utf-8", line_buffering=True)

    # Functions of which somebody asks whether they overlap.
    def mark(frame, event, argument):
        code = frame.f_code
        if event in ("call", "return") and code.co_name in marked:
            note("entered" if event == "call" else "left", function=code.co_name)

    if marked:
        sys.setprofile(mark)

    # Ends.
    def note_exception(type, value):
        module = "" if type.__module__ in ("builtins", "__main__") else type.__module__ + "."
        note("raised", type=module + type.__qualname__, message=str(value))

    excepthook = sys.excepthook

    def hook(type, value, trace):
        note_exception(type, value)
        excepthook(type, value, trace)

    sys.excepthook = hook
    print_exc = traceback.print_exc

    def print_exception(*arguments, **fields):
        if sys._getframe(1).f_code.co_name == "_bootstrap":
            note_exception(*sys.exc_info()[:2])
        print_exc(*arguments, **fields)

    traceback.print_exc = print_exception
    bootstrap = process.BaseProcess._bootstrap

    def watched_bootstrap(self, *arguments, **fields):
        process._current_process, old = self, process._current_process
        note("began")
        process._current_process = old
        code = bootstrap(self, *arguments, **fields)
        note("ended", code=code)
        return code

    process.BaseProcess._bootstrap = watched_bootstrap
    launch = popen_fork.Popen._launch

    def watched_launch(self, process):
        # In the child this does not return. A signal may end it before it can tell that it is there.
        launch(self, process)
        note("started", child=self.pid, called=process.name)

    popen_fork.Popen._launch = watched_launch
    poll = popen_fork.Popen.poll

    def watched_poll(self, *arguments):
        before = self.returncode
        code = poll(self, *arguments)
        if before is None and code is not None:
            note("reaped", child=self.pid, code=code)
        return code

    popen_fork.Popen.poll = watched_poll
    note("began")


sys.stdout.reconfigure(line_buffering=True)
if "TUTOR_RECORD" in os.environ:
    disturb_and_record(
        os.environ.pop("TUTOR_RECORD"),
        os.environ.pop("TUTOR_SEED"),
        os.environ.pop("TUTOR_MARKED", "").split(),
    )
