import Diagnostics
import Glibc
import Language
import Machine
import Model
import Observation
import Testing

/// The first promise: whatever a live run shows is in the explored set. And nothing stays behind.
struct LiveInsideModelTests {
  private static let race = """
    import json
    import random
    import time
    from multiprocessing import Process

    def buy():
        with open('ticket.json') as file:
            left = json.load(file)['left']
        if left > 0:
            time.sleep(random.random() / 1000)
            with open('ticket.json', 'w') as file:
                json.dump({'left': left - 1}, file)
            print('bought')

    if __name__ == '__main__':
        buyers = [Process(target=buy) for _ in range(4)]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
    """

  private static let locked = """
    import json
    import random
    import time
    from multiprocessing import Lock, Process

    def buy(lock):
        with lock:
            with open('ticket.json') as file:
                left = json.load(file)['left']
            if left > 0:
                time.sleep(random.random() / 1000)
                with open('ticket.json', 'w') as file:
                    json.dump({'left': left - 1}, file)
                print('bought')

    if __name__ == '__main__':
        lock = Lock()
        buyers = [Process(target=buy, args=(lock,)) for _ in range(4)]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
    """

  private static let ticket = #"{"left": 1}"#

  /// How many bought, and how many died on a half-written file.
  private func explored(_ text: String) throws -> Set<String> {
    let tree = try Parser.parse(SourceText(name: "program.py", text: text)).get()
    let program = try Compiler.compile(tree, for: Library.standard.environment).get()
    let observe = ObserveExpression.parse("(printed('bought'), raised('JSONDecodeError'))")
    let outcomes = Exploration.explore(
      program: program, folder: ["ticket.json": Array(LiveInsideModelTests.ticket.utf8)],
      observe: try observe.get())
    #expect(outcomes.verdict == .exact)
    return Set(outcomes.outcomes.map(\.value))
  }

  private func liveOutcome(_ text: String, in scratch: ScratchFolder) -> String {
    scratch.write(LiveInsideModelTests.ticket, to: "ticket.json")
    let result = scratch.run(text)
    let bought = result.output.split(separator: "\n").count { $0 == "bought" }
    let died = result.errors.split(separator: "\n").count { $0.contains("JSONDecodeError") }
    return "(\(bought), \(died))"
  }

  @Test func `the race's explored set is exactly what can be`() throws {
    #expect(
      try explored(LiveInsideModelTests.race) == [
        "(1, 0)", "(1, 1)", "(1, 2)", "(1, 3)", "(2, 0)", "(2, 1)", "(2, 2)", "(3, 0)", "(3, 1)",
        "(4, 0)",
      ])
    #expect(try explored(LiveInsideModelTests.locked) == ["(1, 0)"])
  }

  @Test(arguments: [race, locked])
  func `200 live runs in a row stay inside`(_ text: String) throws {
    let possible = try explored(text)
    let scratch = try ScratchFolder()
    let mappings = entries(of: "/dev/shm")
    for _ in 0..<200 {
      let outcome = liveOutcome(text, in: scratch)
      #expect(possible.contains(outcome))
    }
    #expect(entries(of: scratch.path) == ["program.py", "ticket.json"])
    #expect(entries(of: "/dev/shm") == mappings)
    let last = scratch.start(text)
    _ = last.finish()
    #expect(last.isGone)
  }

  private func entries(of path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
