// A new lesson to fill in: a text in both languages, a program, an exercise with a solution and wrong
// fixes, all of which hold together already. Flows in: an id and the course. Flows out: files as
// texts. What the author has to write stands there as TODO, which the lint finds.

/// The files of a new lesson.
package struct LessonScaffold: Hashable, Sendable {
  /// The lesson's folder in the course: `14-barrier`.
  package let folder: String
  /// Texts by their paths in that folder, in the order in which an author would open them.
  package let files: [(path: String, text: String)]

  package static func == (left: LessonScaffold, right: LessonScaffold) -> Bool {
    left.folder == right.folder && left.files.elementsEqual(right.files, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(folder)
  }

  /// - Parameters:
  ///   - id: the lesson's id; see `isID`.
  ///   - course: the course that it comes last in.
  package init(_ id: String, in course: Course) {
    let numbers = course.lessons.compactMap { lesson -> Int? in
      let name = lesson.folder.split(separator: "/").last ?? ""
      return Int(name.prefix { $0.isASCII && $0.isNumber })
    }
    let number = max(course.lessons.count, numbers.max() ?? 0) + 1
    folder = (number < 10 ? "0" : "") + "\(number)-\(id)"
    let after = course.lessons.last.map { "\nafter: [\($0.id)]" } ?? ""
    let solution = Self.program(
      put: "    with jar.get_lock():\n        coins = jar.value\n        jar.value = coins + 1")
    files = [
      ("lesson.md", Self.text(id, after, Self.english)),
      ("lesson.zh.md", Self.text(id, after, Self.chinese)),
      ("coins.py", Self.program()), ("fix/coins.py", Self.program()),
      ("solutions/one_at_a_time.py", solution),
      ("solutions/wrong_narrow.py", Self.program(put: Self.narrow)),
      ("solutions/wrong_own_lock.py", Self.program(imports: "Lock, Process, Value", put: Self.own)),
      ("solutions/wrong_one_by_one.py", Self.program(join: Self.oneByOne)),
    ]
  }

  /// Whether a word can be a lesson's id.
  package static func isID(_ word: String) -> Bool {
    BlockReader.isName(word) && word.allSatisfy(\.isASCII)
  }

  // MARK: The list of lessons

  /// `course.yaml` with the lesson at the end of its list; nil where the list is not written with a
  /// `- ` on each line. A course without a list has all its folders, and needs no change.
  package static func listing(_ folder: String, in courseFile: String) -> String? {
    var lines = courseFile.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let head = lines.firstIndex(where: { $0.hasPrefix("lessons:") }) else {
      return courseFile
    }
    guard lines[head].dropFirst("lessons:".count).trimmed.isEmpty else { return nil }
    var last: Int?
    for index in lines.indices.dropFirst(head + 1) {
      let text = lines[index].trimmed
      if text.hasPrefix("- ") {
        last = index
      } else if !text.isEmpty, !text.hasPrefix("#") {
        break
      }
    }
    guard let last else { return nil }
    let indentation = lines[last].prefix { $0 == " " }
    lines.insert("\(indentation)- \(folder)", at: last + 1)
    return lines.joined(separator: "\n")
  }

  // MARK: The program

  private static let race = "    coins = jar.value\n    jar.value = coins + 1"
  private static let narrow =
    "    coins = jar.value\n    with jar.get_lock():\n        jar.value = coins + 1"
  private static let own =
    "    with Lock():\n        coins = jar.value\n        jar.value = coins + 1"
  private static let together = """
        for child in children:
            child.start()
        for child in children:
            child.join()
    """
  private static let oneByOne = """
        for child in children:
            child.start()
            child.join()
    """

  private static func program(
    imports: String = "Process, Value", put: String = race, join: String = together
  ) -> String {
    """
    import time
    from multiprocessing import \(imports)

    CHILDREN = 2


    def walk():
        time.sleep(0.5)


    def put_one(jar):
        walk()
    \(put)


    if __name__ == '__main__':
        jar = Value('i', 0)
        children = [Process(target=put_one, args=(jar,)) for _ in range(CHILDREN)]
    \(join)
        print('the jar holds', jar.value)

    """
  }

  // MARK: The texts

  /// What a lesson says in one language; the rest is the same in all.
  private struct Words {
    var title: String
    var about: String
    var look: String
    var ask: String
    var hint: String
    var because: String
    var belief: String
    var showed: String
    var task: String
    var kept: String
    var ended: String
    var parallel: String
    var taskHint: String
    var mended: String
    var summary: String
    var sentence: String
  }

  private static let english = Words(
    title: "TODO: the title",
    about: "TODO: what the lesson is about, in two or three sentences.",
    look: "TODO: what to see in the program.",
    ask: "TODO: Each of {CHILDREN} children puts one coin into the jar. How many can it hold?",
    hint: "TODO: where to look. What does each child do between its look and its coin?",
    because: "TODO: why. All can look before anybody puts a coin in.",
    belief: "TODO: what meets the belief. Each child does put one in.",
    showed: "TODO: what the run showed.",
    task: "TODO: Mend `put_one`: no coin may get lost, and children may walk at the same time.",
    kept: "No coin gets lost.", ended: "Everybody comes to their end.",
    parallel: "Two children may walk at the same time.", taskHint: "TODO: where to look.",
    mended: "TODO: why it is mended.", summary: "What to keep", sentence: "TODO: one sentence.")

  private static let chinese = Words(
    title: "TODO：标题",
    about: "TODO：用两三句话说明这一课讲什么。",
    look: "TODO：这个程序里要看什么。",
    ask: "TODO：{CHILDREN} 个孩子各往罐子里放一枚硬币。罐子里可能有几枚？",
    hint: "TODO：看哪里。每个孩子在看和放之间做了什么？",
    because: "TODO：为什么。所有孩子都可能在有人放之前就看过了。",
    belief: "TODO：回应这种想法的一句话。每个孩子确实都放了一枚。",
    showed: "TODO：这次运行说明了什么。",
    task: "TODO：修好 `put_one`：硬币不能丢，孩子们可以同时走路。",
    kept: "没有硬币丢失。", ended: "每个人都能走到最后。",
    parallel: "两个孩子可以同时走路。", taskHint: "TODO：看哪里。",
    mended: "TODO：为什么这样就好了。", summary: "要记住的", sentence: "TODO：一句话。")

  private static func text(_ id: String, _ after: String, _ words: Words) -> String {
    """
    ---
    id: \(id)
    title: '\(words.title)'\(after)
    minutes: 10
    ---
    \(words.about)

    ```program
    coins.py
    ```

    \(words.look)

    ```predict
    id: coins
    ask: '\(words.ask)'
    with: {CHILDREN: [2, 3]}
    observe: int(lines[-1].split()[-1])
    answer: which
    speed: 2
    hints:
      - '\(words.hint)'
    because: '\(words.because)'
    beliefs:
      - answer: '2'
        says: '\(words.belief)'
    ```

    ```run
    times: 2
    speed: 2
    ```

    \(words.showed)

    ```fix
    start: fix/coins.py
    ask: '\(words.task)'
    with: {CHILDREN: 2}
    must:
      - always: printed("the jar holds 2") == 1
        says: \(words.kept)
      - never: stuck or crashed > 0
        says: \(words.ended)
      - can: overlap("walk")
        says: \(words.parallel)
    hints:
      - '\(words.taskHint)'
    because: '\(words.mended)'
    solution: solutions/one_at_a_time.py
    wrong:
      - file: solutions/wrong_narrow.py
        breaks: printed("the jar holds 2") == 1
      - file: solutions/wrong_own_lock.py
        breaks: printed("the jar holds 2") == 1
      - file: solutions/wrong_one_by_one.py
        breaks: overlap("walk")
    ```

    ## \(words.summary)

    - \(words.sentence)

    """
  }
}
