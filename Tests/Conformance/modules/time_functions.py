# time goes on.
import time

start = time.time()
time.sleep(0.05)
print(time.time() - start >= 0.05)  # expect: True
a = time.monotonic()
b = time.perf_counter()
time.sleep(0.01)
print(time.monotonic() > a, time.perf_counter() > b)  # expect: True True
print(time.sleep(0), type(start))  # expect: None <class 'float'>
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
# expect: sleep length must be non-negative
