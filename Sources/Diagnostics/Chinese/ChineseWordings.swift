// What tutor says of faults in Chinese: each English template of `Wording.says`, and each sentence of the
// tables that `Wording.listed` takes, with its translation. A test compares it with the sources.

package enum ChineseWordings {
  /// By the English template; the placeholders are the same ones, in whatever order.
  package static let table = merged([
    programs, libraryHints, expressions, runs, steps, records, system,
  ])

  private static func merged(_ tables: [[String: String]]) -> [String: String] {
    tables.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }

  /// The keys that are not ours: words of strerror(3) and of SQLite.
  package static var foreign: Set<String> { Set(system.keys) }

  /// What keeps a program from starting or from being explored.
  private static let programs = [
    "This is not a text file.": "这不是文本文件。",
    "save the file as UTF-8": "把文件存成 UTF-8",
    "the encoding {1} is not part of tutor's Python": "tutor 的 Python 没有编码 {1}",
    "save the file as UTF-8 and leave out this comment": "把文件存成 UTF-8，并去掉这行注释",
    "internal error: refused without a reason": "内部错误：没有理由的拒绝",
    "internal error: {1}": "内部错误：{1}",

    // Syntax.
    "use four spaces for each step, and no tabs": "每一级缩进用四个空格，不要用制表符",
    "complex numbers are not part of tutor's Python": "tutor 的 Python 没有复数",
    "keep the two parts in two variables": "把两部分放进两个变量",
    "except* is not part of tutor's Python": "tutor 的 Python 没有 except*",
    "write `except` without the star": "`except` 后面不要写星号",
    "await is not part of tutor's Python": "tutor 的 Python 没有 await",
    "call an ordinary function, or start a Process and join() it":
      "调用普通函数，或者启动一个 Process 再 join() 它",
    "async functions are not part of tutor's Python": "tutor 的 Python 没有 async 函数",
    "async with is not part of tutor's Python": "tutor 的 Python 没有 async with",
    "async for is not part of tutor's Python": "tutor 的 Python 没有 async for",
    "leave out `async`; to do two things at once, start a Process for each":
      "去掉 `async`；要同时做两件事，就各启动一个 Process",
    "the match statement is not part of tutor's Python": "tutor 的 Python 没有 match 语句",
    "write `if … == …:`, `elif … == …:` and `else:`": "改写成 `if … == …:`、`elif … == …:` 和 `else:`",
    "This expression has more than {1} parts within each other.": "这个表达式嵌套超过 {1} 层。",
    "give its parts names and put them together step by step": "给各部分起名字，一步一步拼起来",

    // Names and modules.
    "the builtin '{1}' is not part of tutor's Python": "tutor 的 Python 没有内置的 '{1}'",
    "the module '{1}' is not part of tutor's Python": "tutor 的 Python 没有模块 '{1}'",
    "'{1}.{2}' is not part of tutor's Python": "tutor 的 Python 没有 '{1}.{2}'",
    "'{1}' is not part of tutor's multiprocessing": "tutor 的 multiprocessing 没有 '{1}'",
    "these modules are there: {1}": "有这些模块：{1}",
    "these names are there: {1}": "有这些名字：{1}",
    "relative imports are not part of tutor's Python": "tutor 的 Python 没有相对导入",
    "a program is one file: write what it needs into it": "一个程序就是一个文件：需要什么就写在里面",
    "put the whole program into one file": "把整个程序写在一个文件里",
    "the start method '{1}' is not part of tutor's Python": "tutor 的 Python 没有启动方式 '{1}'",
    "write 'fork': processes are forked": "写 'fork'：进程是 fork 出来的",
    "a start method other than 'fork'": "这里用了 'fork' 以外的启动方式",

    // Classes and types.
    "__slots__ is not part of tutor's Python": "tutor 的 Python 没有 __slots__",
    "leave it out: without it an object takes every attribute": "去掉它：没有它，对象什么属性都能有",
    "metaclasses are not part of tutor's Python": "tutor 的 Python 没有元类",
    "write an ordinary class, or a function that makes it": "写一个普通的类，或者写一个函数来生成它",
    "type with three arguments is not part of tutor's Python": "tutor 的 Python 没有三个参数的 type",
    "write class …:": "写 class …:",
    "vars() is not part of tutor's Python": "tutor 的 Python 没有不带参数的 vars()",
    "generic types such as {1}[…] are not part of tutor's Python":
      "tutor 的 Python 没有 {1}[…] 这样的泛型",
    "write {1} alone": "只写 {1}",
    "keywords of a class are not part of tutor's Python": "tutor 的 Python 定义类时不能带关键字参数",
    "keywords of a class, such as metaclass=, are not part of tutor's Python":
      "tutor 的 Python 定义类时不能带关键字参数，例如 metaclass=",
    "write the class with its base classes only": "定义类时只写基类",
    "spread bases of a class are not part of tutor's Python": "tutor 的 Python 不能用 * 展开基类",
    "name each base class": "把每个基类的名字写出来",
    "a class derived from {1}": "这里从 {1} 派生了一个类，tutor 不支持",

    // What cannot be explored.
    "a manager's operation that prints, waits or calls a manager":
      "管理器里的操作会打印、等待或调用管理器，tutor 不支持",
    "a managed {1} made from a managed dict": "用管理器的字典造管理器的 {1}，tutor 不支持",
    "CPython's manager waits for itself here.": "CPython 的管理器在这里会等自己。",
    "give it the keys: {1}": "把键给它：{1}",
    "a decision that depends on the clock": "这里的判断取决于时钟，无法遍历",
    "a decision that depends on a random number": "这里的判断取决于随机数，无法遍历",
    "a decision that depends on a process number": "这里的判断取决于进程号，无法遍历",
    "a decision that depends on an object's address": "这里的判断取决于对象的地址，无法遍历",
    "an operator that prints or waits, called from inside a builtin":
      "这里由内置函数调用的运算符会打印或等待，无法遍历",
    "an endless loop inside a function that a builtin calls": "内置函数调用的函数里有死循环",
    "more than {1} processes cannot be explored": "进程超过 {1} 个，无法遍历",
    "a choice among {1} values is too wide to explore": "要在 {1} 个值里选一个，太多了，无法遍历",
    "an ideal machine needs to know how long this takes": "理想机器需要知道这要花多长时间",
    "the seconds after a random sleep are a range": "随机睡眠之后的秒数是一个范围，不是一个数",
    "so many random sleeps at once have too many orders": "同时有这么多随机睡眠，先后次序太多了",
    "two processes receive from one end of a pipe at once": "两个进程同时从管道的同一端接收",
    "two processes send to one end of a pipe at once": "两个进程同时往管道的同一端发送",
    "a process may be killed as it receives from this end of a pipe":
      "有进程可能正从管道的这一端接收时被杀死",
    "The parts of messages may get mixed up.": "几条消息的各部分可能混在一起。",
    "seconds are those of an ideal machine; any schedule has none":
      "seconds 是理想机器上的秒数；任意调度没有秒数",
    "what an ideal machine would do if {1} held is not defined":
      "如果 {1} 成立，理想机器会怎样，没有定义",
    "{1} computes on and on, at line {2}": "{1} 在第 {2} 行没完没了地计算",

    // The course.
    "There is no folder {1}.": "没有文件夹 {1}。",
    "name the course's folder: --lessons DIR": "指出课程所在的文件夹：--lessons DIR",
    "The folder {1} has no {2}, so it is not a course.": "文件夹 {1} 里没有 {2}，所以不是课程。",
    "name the folder that has one: --lessons DIR": "指出有这个文件的文件夹：--lessons DIR",
    "The course is not found beside tutor.": "在 tutor 旁边找不到课程。",
    "name its folder: --lessons DIR, or the variable {1}":
      "指出课程所在的文件夹：--lessons DIR，或者变量 {1}",
  ]

  /// What is wrong with `answers.yaml`, or with a record in a course's file.
  private static let records = [
    "This is not a text in UTF-8.": "这不是 UTF-8 文本。",
    "save it in the encoding UTF-8": "用 UTF-8 编码保存",
    "The file": "这个文件",
    "An answer": "这个回答",
    "This tutor reads answers of format 1, not '{1}'.": "这个 tutor 读格式 1 的回答，不读 '{1}'。",
    "The file has no key 'answers'.": "这个文件没有键 'answers'。",
    "write 'answers:' and below it '- lesson: …', 'question: …', 'prediction: …'":
      "写 'answers:'，下面写 '- lesson: …'、'question: …'、'prediction: …'",
    "'answers' must be a list, and this is {1}.": "'answers' 应该是列表，而这是{1}。",
    "start each answer with '- '": "每个回答以 '- ' 开头",
    "write 'lesson: last-ticket'": "写 'lesson: last-ticket'",
    "write 'question: sold'": "写 'question: sold'",
    "write 'prediction: 1-4'": "写 'prediction: 1-4'",
    "{1} needs keys, and this is {2}.": "{1} 应该有键，而这是{2}。",
    "{1} has no key '{2}'.": "{1} 没有键 '{2}'。",
    "{1} needs a key '{2}'.": "{1} 缺少键 '{2}'。",
    "Its keys are {1}.": "可以用的键有 {1}。",
    "'{1}' is empty.": "'{1}' 是空的。",
    "'{1}' must be a text, and this is {2}.": "'{1}' 应该是文字，而这是{2}。",
    "'{1}' is a list of texts, and this is {2}.": "'{1}' 是文字的列表，而这是{2}。",
    "'{1}' must be a list of texts, and this is {2}.": "'{1}' 应该是文字的列表，而这是{2}。",
    "'{1}' must be a number from {2} to {3}, not '{4}'.":
      "'{1}' 应该是 {2} 到 {3} 的数，而不是 '{4}'。",
    "'{1}' must be a number above 0, not '{2}'.": "'{1}' 应该是大于 0 的数，而不是 '{2}'。",
    "'{1}' must be true or false, not '{2}'.": "'{1}' 应该是 true 或 false，而不是 '{2}'。",
    "'{1}' is one of {2}, not '{3}'.": "'{1}' 只能是 {2}，而不是 '{3}'。",
    "'{1}' sets constants by name.": "'{1}' 按名字给常量赋值。",
    "'{1}' has no value.": "'{1}' 没有值。",
    "'{1}' is no name: letters, digits, '-' and '_' make one.":
      "'{1}' 不能作名字：名字由字母、数字、'-' 和 '_' 组成。",
    "write '{1}: …'": "写 '{1}: …'",
    "write '{1}: {2}'": "写 '{1}: {2}'",
    "write '{1}: 10'": "写 '{1}: 10'",
    "write '{1}: 3'": "写 '{1}: 3'",
    "write '{1}: {BUYERS: 3}'": "写 '{1}: {BUYERS: 3}'",
    "put the text into quotes": "把文字放进引号里",
    "put a text that has ': ' in it into quotes": "含有 ': ' 的文字要放进引号里",
    "start each with '- ', and put a text that has ': ' in it into quotes":
      "每一项以 '- ' 开头，含有 ': ' 的文字要放进引号里",
    "indent with spaces, and put a text that starts with a special sign into quotes":
      "用空格缩进，以特殊符号开头的文字要放进引号里",
    "write 'key: value', one on each line": "写 'key: value'，每行一个",
    "a text": "文字",
    "a list": "列表",
    "a record of keys": "有键的记录",
    "A key must be a word.": "键必须是一个词。",
    "The key '{1}' stands here twice.": "键 '{1}' 在这里出现了两次。",
    "keep one of them": "只留一个",
    "This is not YAML: {1}.": "这不是 YAML：{1}。",
    "This YAML cannot be read.": "无法读取这段 YAML。",
    "This block is larger than {1} KiB.": "这一段超过 {1} KiB。",
    "This is nested deeper than {1} levels.": "这里嵌套超过 {1} 层。",
    "write lists of simple values": "只写简单值的列表",
    "Aliases are not used here.": "这里不用别名。",
    "Anchors and aliases (&{1}, *{2}) are not used here.": "这里不用锚点和别名（&{1}、*{2}）。",
    "write the value out where it is needed": "需要的地方直接写出值",
  ]

  /// What is wrong with an expression to observe, or with a schedule.
  private static let expressions = [
    "EXPRESSION": "表达式",
    "this is no expression": "这不是表达式",
    "the expression to observe is empty": "要观察的表达式是空的",
    "an observe text is one expression": "要观察的只能是一个表达式",
    "name '{1}' is not defined": "没有定义名字 '{1}'",
    "An observe expression knows {1}.": "观察用的表达式认识 {1}。",
    "did you mean '{1}'?": "是不是 '{1}'？",
    "'{1}' is a function and must be called": "'{1}' 是函数，必须调用",
    "{1}() takes one text": "{1}() 要一段文字",
    "{1}() takes two texts": "{1}() 要两段文字",
    "overlap() takes the function's name as a literal text": "overlap() 要直接写出函数的名字",
    "an observe expression may only look at the run, not act":
      "观察用的表达式只能查看运行，不能做别的",
    "the observe expression never ends": "观察用的表达式永远算不完",
    "the observe expression has no value": "观察用的表达式没有值",
    "cannot read '{1}' in the schedule": "看不懂调度里的 '{1}'",
    "process numbers with dots between, *n to repeat: 0.1.2*5.1":
      "进程编号，用点隔开，*n 表示重复：0.1.2*5.1",
    "move {1} of the schedule: there is no process {2} yet": "调度的第 {1} 步：还没有进程 {2}",
    "move {1} of the schedule: process {2} has ended": "调度的第 {1} 步：进程 {2} 已经结束",
    "move {1} of the schedule: process {2} waits, at line {3}":
      "调度的第 {1} 步：进程 {2} 在第 {3} 行等待",
    "move {1} of the schedule: process {2} cannot do that, at line {3}":
      "调度的第 {1} 步：进程 {2} 在第 {3} 行不能这样走",
    "here it can be {1}": "这里可以是 {1}",
    "move {1} of the schedule: process {2} has nothing there to feed":
      "调度的第 {1} 步：进程 {2} 在那里没有东西可送",
    "move {1} of the schedule: process {2}'s feeder waits for room":
      "调度的第 {1} 步：进程 {2} 的 feeder 在等空位",
  ]
}
