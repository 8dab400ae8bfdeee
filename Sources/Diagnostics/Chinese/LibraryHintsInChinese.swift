// Hints that stand in the library's tables, in Chinese: what to write instead of what tutor's Python has
// not, and what to do about an exception. A hint that is Python itself needs no translation.

extension ChineseWordings {
  static let libraryHints = [
    // Below a traceback.
    "the function to run goes in by name: Process(target=work, args=(1,))":
      "要运行的函数用名字传：Process(target=work, args=(1,))",
    "call start() before join()": "先 start()，再 join()",
    "a manager cannot iterate over a managed dict; give it the keys: d.keys()":
      "管理器不能遍历它管理的字典；把键给它：d.keys()",
    "make a new Process for each start()": "每次 start() 都要新建一个 Process",
    "make the process that starts others with daemon=False":
      "要启动别的进程，自己就得是 daemon=False",
    "only the process that started it can join it": "只有启动它的进程才能 join 它",
    "only the process that has acquired an RLock can release it":
      "RLock 由谁取得，就只能由谁释放",
    "put the wait into a block: with condition: condition.wait()":
      "把等待写进块里：with condition: condition.wait()",
    "put the call into a block: with condition: condition.notify()":
      "把调用写进块里：with condition: condition.notify()",
    "release once for each acquire; `with lock:` does both":
      "每 acquire 一次，只 release 一次；`with lock:` 两样都替你做",
    "a program sees only the folder that it is in; give the file's bare name":
      "程序只看得见自己所在的文件夹；只写文件名就行",
    "give the function a case in which it does not call itself":
      "给函数留一种不再调用自己的情况",

    // Builtins and attributes.
    "write the expression itself, or read a value with json.loads":
      "直接写出表达式，或者用 json.loads 读取值",
    "write the statements themselves, in a function": "直接写出语句，放进函数里",
    "write the code itself, in a function": "直接写出代码，放进函数里",
    "write the input into the program, or read it from a file": "把输入写进程序，或者从文件里读",
    "name the variables": "写出变量的名字",
    "import the module at the top": "在开头导入模块",
    "print what you want to see": "想看什么就打印什么",
    "look it up in Python's manual": "查 Python 手册",
    "use bytes": "用 bytes",
    "use bytes or a list of numbers": "用 bytes，或者用数的列表",
    "use a pair of floats": "用一对浮点数",
    "use iter": "用 iter",
    "use next": "用 next",
    "leave it out: a program's processes need no key to talk to each other":
      "去掉它：一个程序的进程之间通信不需要密钥",

    // Modules.
    "start Process objects in a loop": "在循环里启动 Process 对象",
    "use a type code: Value('i', 0)": "用类型代码：Value('i', 0)",
    "open a file by name": "用文件名打开文件",
    "read from a file": "从文件里读",
    "use the types themselves": "直接用类型本身",
    "write __init__, or use collections.namedtuple": "自己写 __init__，或者用 collections.namedtuple",
    "leave the annotations out, or use list, dict and None in them":
      "去掉注解，或者在里面只用 list、dict 和 None",
    "use lists": "用列表",
    "use lists of dicts": "用字典的列表",
    "use integers or floats": "用整数或浮点数",
    "use integers": "用整数",
    "use str.find, str.split, str.startswith": "用 str.find、str.split、str.startswith",
    "sort a list": "给列表排序",
    "name the function": "写出函数的名字",
    "del the name": "用 del 删去名字",
    "use a plain reference": "用普通的引用",
    "use assert": "用 assert",
    "use try … finally": "用 try … finally",
    "print shorter lines": "打印短一些的行",
    "use a list": "用列表",
    "use int.to_bytes": "用 int.to_bytes",
    "use bytes as they are": "直接用 bytes",

    // Members of modules.
    "use multiprocessing.Array, or a Manager's list": "用 multiprocessing.Array，或者用 Manager 的列表",
    "Value, Array, RawValue and RawArray are in multiprocessing itself":
      "Value、Array、RawValue 和 RawArray 就在 multiprocessing 里",
    "start a Process for each piece of work, and join them all":
      "每份工作启动一个 Process，最后逐个 join",
    "use multiprocessing.Manager() and what it can make": "用 multiprocessing.Manager() 和它能造的东西",
    "use multiprocessing.Manager() and its list": "用 multiprocessing.Manager() 和它的列表",
    "use multiprocessing.Process: tutor is about processes":
      "用 multiprocessing.Process：tutor 讲的是进程",
    "use multiprocessing.Lock": "用 multiprocessing.Lock",
    "use multiprocessing.RLock": "用 multiprocessing.RLock",
    "use multiprocessing.Semaphore": "用 multiprocessing.Semaphore",
    "use multiprocessing.BoundedSemaphore": "用 multiprocessing.BoundedSemaphore",
    "use multiprocessing.Condition": "用 multiprocessing.Condition",
    "use multiprocessing.Event": "用 multiprocessing.Event",
    "use multiprocessing.Barrier": "用 multiprocessing.Barrier",
    "use multiprocessing.Pipe": "用 multiprocessing.Pipe",
    "use multiprocessing.Pipe()": "用 multiprocessing.Pipe()",
    "for processes use multiprocessing.Queue": "进程之间用 multiprocessing.Queue",
    "for processes use multiprocessing.SimpleQueue": "进程之间用 multiprocessing.SimpleQueue",
    "use a multiprocessing.Process that sleeps first": "用一个先睡一会儿的 multiprocessing.Process",
    "use multiprocessing.current_process": "用 multiprocessing.current_process",
    "use multiprocessing.active_children": "用 multiprocessing.active_children",
    "use a plain variable": "用普通变量",
    "start a multiprocessing.Process": "启动一个 multiprocessing.Process",
    "use p.terminate() or p.kill()": "用 p.terminate() 或 p.kill()",
    "use p.join()": "用 p.join()",
    "a program here cannot run others": "这里的程序不能运行别的程序",
    "put settings into the program": "把设置写进程序里",
    "keep files in the program's own folder": "把文件放在程序自己的文件夹里",
    "name files relative to the program's folder": "文件名从程序的文件夹写起",
    "use os.listdir": "用 os.listdir",
    "use os.path.getsize": "用 os.path.getsize",
    "merge the dicts: {**a, **b}": "合并字典：{**a, **b}",
    "derive from dict": "从 dict 派生",
    "derive from list": "从 list 派生",
    "derive from str": "从 str 派生",
    "use time.time() and time.strftime": "用 time.time() 和 time.strftime",
    "use time.time()": "用 time.time()",
    "the machine's clock is in UTC": "机器的时钟用 UTC",
    "use the functions of random itself": "用 random 自己的函数",
    "use random.Random(seed)": "用 random.Random(seed)",
    "test with isinstance": "用 isinstance 判断",
    "use @property": "用 @property",
    "use a method that calls the other": "用一个方法去调用另一个",
    "nest with statements": "把 with 语句一层层嵌套",
    "print(…, file=f)": "print(…, file=f)",
    "use contextmanager": "用 contextmanager",
    "write the input into the program or read it from a file": "把输入写进程序，或者从文件里读",
    "use except … as error": "用 except … as error",
    "import what you need": "需要什么就导入什么",
    "keep the program in one file": "把程序放在一个文件里",
    "pass what you need as an argument": "需要什么就作为参数传进去",
    "use an f-string or str.format": "用 f 字符串或 str.format",
    "catch KeyboardInterrupt instead": "改为捕获 KeyboardInterrupt",
    "use a timeout of get, join or wait": "用 get、join 或 wait 的超时参数",
    "use time.sleep": "用 time.sleep",
    "use the numbers: signal.SIGTERM": "用编号：signal.SIGTERM",
    "use a list with append and pop": "用列表的 append 和 pop",
    "use a list and sort it": "用列表，再排序",
    "pass default=function to json.dumps": "给 json.dumps 传 default=函数",
    "use json.loads": "用 json.loads",
  ]
}
