// What to type instead, for exceptions that beginners with processes meet: one line under CPython's
// own last line. Each is matched by type and by how its message begins.

import Diagnostics

package struct Hint: Sendable {
  let type: TypeID
  /// How the message begins.
  let message: String
  package let text: String

  package static let all = [
    Hint(
      type: .assertionError, message: "group argument must be None",
      text: "the function to run goes in by name: Process(target=work, args=(1,))"),
    Hint(
      type: .assertionError, message: "can only join a started process",
      text: "call start() before join()"),
    Hint(
      type: .assertionError, message: "cannot start a process twice",
      text: "make a new Process for each start()"),
    Hint(
      type: .assertionError, message: "daemonic processes are not allowed to have children",
      text: "make the process that starts others with daemon=False"),
    Hint(
      type: .assertionError, message: "can only join a child process",
      text: "only the process that started it can join it"),
    Hint(
      type: .assertionError, message: "attempt to release recursive lock",
      text: "only the process that has acquired an RLock can release it"),
    Hint(
      type: .assertionError, message: "must acquire() condition before",
      text: "put the wait into a block: with condition: condition.wait()"),
    Hint(
      type: .assertionError, message: "lock is not owned",
      text: "put the call into a block: with condition: condition.notify()"),
    Hint(
      type: .valueError, message: "semaphore or lock released too many times",
      text: "release once for each acquire; `with lock:` does both"),
    Hint(
      type: .attributeError, message: "'NoneType' object has no attribute '_registry'",
      text: "a manager cannot iterate over a managed dict; give it the keys: d.keys()"),
    Hint(
      type: .permissionError, message: "[Errno 13] Permission denied: outside the program's folder",
      text: "a program sees only the folder that it is in; give the file's bare name"),
    Hint(
      type: .recursionError, message: "maximum recursion depth exceeded",
      text: "give the function a case in which it does not call itself"),
  ]
}

extension Machine {
  /// The hint for an uncaught exception, as a line of its own; empty where there is none.
  func hintLine(type: Value, message: String) -> String {
    let base = builtinBase(of: type)
    guard let hint = Hint.all.first(where: { base == $0.type && message.hasPrefix($0.message) })
    else { return "" }
    let language = image.language
    let text = Wording.listed(hint.text).text(in: language)
    return "  \(DiagnosticRenderer.hintWord(in: language))\(text)\n"
  }
}
