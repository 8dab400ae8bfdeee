// What CPython has and tutor has not: refused before the program starts, with what to write instead.

extension LibraryContents {
  /// Builtins and modules that are refused, with what to write instead.
  static var refused: [String: String] {
    [
      // Builtins
      "eval": "write the expression itself, or read a value with json.loads",
      "exec": "write the statements themselves, in a function",
      "compile": "write the code itself, in a function",
      "input": "write the input into the program, or read it from a file",
      "globals": "name the variables", "locals": "name the variables",
      "__import__": "import the module at the top", "breakpoint": "print what you want to see",
      "help": "look it up in Python's manual", "memoryview": "use bytes",
      "bytearray": "use bytes or a list of numbers", "complex": "use a pair of floats",
      "exit": "sys.exit()", "quit": "sys.exit()", "aiter": "use iter", "anext": "use next",
      // Attributes
      ".authkey": "leave it out: a program's processes need no key to talk to each other",
      // Modules
      "threading": "from multiprocessing import Process, Lock",
      "_thread": "from multiprocessing import Process, Lock",
      "asyncio": "from multiprocessing import Process, Queue",
      "concurrent": "from multiprocessing import Process, Queue",
      "concurrent.futures": "from multiprocessing import Process, Queue",
      "subprocess": "from multiprocessing import Process",
      "socket": "from multiprocessing import Pipe",
      "socketserver": "from multiprocessing import Pipe",
      "select": "from multiprocessing.connection import wait",
      "selectors": "from multiprocessing.connection import wait",
      "multiprocessing.pool": "start Process objects in a loop",
      "multiprocessing.shared_memory": "from multiprocessing import Value, Array",
      "multiprocessing.dummy": "from multiprocessing import Process",
      "multiprocessing.synchronize": "from multiprocessing import Lock",
      "multiprocessing.context": "from multiprocessing import Process",
      "multiprocessing.process": "from multiprocessing import Process",
      "multiprocessing.shared_ctypes": "from multiprocessing import Value, Array",
      "multiprocessing.sharedctypes": "from multiprocessing import Value, Array",
      "ctypes": "use a type code: Value('i', 0)",
      "mmap": "from multiprocessing import Value, Array",
      "fcntl": "from multiprocessing import Lock", "sched": "time.sleep",
      "pickle": "import json", "shelve": "import json", "sqlite3": "import json",
      "csv": "line.split(',')", "pathlib": "import os", "shutil": "import os",
      "tempfile": "open a file by name", "glob": "os.listdir()", "io": "open a file by name",
      "urllib": "read from a file", "urllib.request": "read from a file",
      "http": "read from a file", "requests": "read from a file",
      "datetime": "time.strftime('%Y-%m-%d %H:%M:%S')",
      "logging": "print(message)", "argparse": "sys.argv", "traceback": "print(repr(error))",
      "platform": "sys.platform", "types": "use the types themselves",
      "abc": "raise NotImplementedError",
      "enum": "CONSTANT = 1", "dataclasses": "write __init__, or use collections.namedtuple",
      "typing": "leave the annotations out, or use list, dict and None in them",
      "numpy": "use lists", "pandas": "use lists of dicts", "uuid": "random.getrandbits(64)",
      "secrets": "import random", "hashlib": "hash(text)", "statistics": "sum(xs) / len(xs)",
      "decimal": "use integers or floats", "fractions": "use integers",
      "re": "use str.find, str.split, str.startswith", "heapq": "sort a list",
      "bisect": "sort a list", "inspect": "name the function", "gc": "del the name",
      "weakref": "use a plain reference", "ast": "json.loads", "unittest": "use assert",
      "doctest": "use assert", "atexit": "use try … finally", "textwrap": "print shorter lines",
      "pprint": "json.dumps(value, indent=2)", "array": "use a list", "struct": "use int.to_bytes",
      "timeit": "time.perf_counter()", "cProfile": "time.perf_counter()", "faulthandler": "print",
      "importlib": "import the module at the top", "zlib": "use bytes as they are",
    ]
  }
}
