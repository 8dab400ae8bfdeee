# The start method is fork.
import multiprocessing

print(multiprocessing.get_start_method())
# expect: fork
