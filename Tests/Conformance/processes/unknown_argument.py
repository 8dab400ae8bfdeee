# An argument that Process does not know.
from multiprocessing import Process

Process(target=print, arg=('x',))
# expect error: TypeError: BaseProcess.__init__() got an unexpected keyword argument 'arg'
