// The hints below CPython's messages in Chinese. Machine and Language write them in English, for they
// know no reader; here a whole line is exchanged for its translation.

package enum HintsInChinese {
  private static let mark = "  hint: "

  /// A line of a report, with its hint in Chinese where it is one.
  package static func line(_ line: String) -> String {
    guard line.hasPrefix(mark) else { return line }
    let text = String(line.dropFirst(mark.count))
    return "  提示：" + (translation(of: text) ?? text)
  }

  /// Nil for a hint that names what the program has, and so has no fixed text.
  package static func translation(of hint: String) -> String? { table[hint] }

  private static let table = [
    // At run time.
    "the function to run goes in by name: Process(target=work, args=(1,))":
      "要运行的函数用名字传：Process(target=work, args=(1,))",
    "call start() before join()": "先 start()，再 join()",
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
    "a manager cannot iterate over a managed dict; give it the keys: d.keys()":
      "管理器不能遍历它管理的字典；把键给它：d.keys()",
    "a program sees only the folder that it is in; give the file's bare name":
      "程序只看得见自己所在的文件夹；只写文件名就行",
    "give the function a case in which it does not call itself":
      "给函数留一种不再调用自己的情况",
    // Before a program starts.
    "use four spaces for each step, and no tabs": "每一级缩进用四个空格，不要用制表符",
    "put the whole program into one file": "把整个程序写在一个文件里",
    "a program is one file: write what it needs into it": "一个程序就是一个文件：需要什么就写在里面",
    "call an ordinary function, or start a Process and join() it":
      "调用普通函数，或者启动一个 Process 再 join() 它",
    "leave out `async`; to do two things at once, start a Process for each":
      "去掉 `async`；要同时做两件事，就各启动一个 Process",
    "write the class with its base classes only": "定义类时只写基类",
    "name each base class": "把每个基类的名字写出来",
    "write `if … == …:`, `elif … == …:` and `else:`": "改写成 `if … == …:`、`elif … == …:` 和 `else:`",
    "give its parts names and put them together step by step": "给各部分起名字，一步一步拼起来",
    "write `except` without the star": "`except` 后面不要写星号",
    "keep the two parts in two variables": "把两部分放进两个变量",
    "leave it out: without it an object takes every attribute": "去掉它：没有它，对象什么属性都能有",
    "write 'fork': processes are forked": "写 'fork'：进程是 fork 出来的",
  ]
}
