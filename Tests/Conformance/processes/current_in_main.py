# The main process seen from inside.
from multiprocessing import active_children, current_process, parent_process

me = current_process()
print(me, me.name, me.daemon, me.exitcode, me.is_alive(), type(me).__name__)
print(parent_process(), active_children(), current_process() is me)
# expect: <_MainProcess name='MainProcess' parent=None started> MainProcess False None True _MainProcess
# expect: None [] True
