// A world of one process for tests of the machine: output is gathered, files are in memory, semaphores
// never wait, and there are no children.

import Diagnostics
import Language
import Machine

/// What a program did that ran alone.
struct SoloRun {
  var output = ""
  var errors = ""
  var status: Int32?
  /// The first fault that kept it from running, as its kind and message.
  var refusal: String?
  var unsupported: String?
}

struct SoloWorld {
  var run = SoloRun()
  private var files: [String: [UInt8]] = [:]
  private var semaphores: [Int] = []

  /// Compiles and runs a program to its end.
  static func run(_ text: String, budget: Int = 1_000_000) -> SoloRun {
    var world = SoloWorld()
    let source = SourceText(name: "test.py", text: text)
    switch Parser.parse(source) {
    case .failure(let diagnostic): world.run.refusal = diagnostic.message.text(in: .english)
    case .success(let tree):
      switch Compiler.compile(tree, for: Library.standard.environment) {
      case .failure(let diagnostics):
        world.run.refusal = diagnostics.first?.message.text(in: .english)
      case .success(let program):
        world.drive(Machine(image: Image(program: program)), budget: budget)
      }
    }
    return world.run
  }

  private mutating func drive(_ start: Machine, budget: Int) {
    var machine = start
    for _ in 0..<1_000_000 {
      switch machine.run(budget: budget) {
      case .exit(let status):
        run.status = status.code
        return
      case .abort(let code):
        run.status = code
        return
      case .unsupported(let diagnostic):
        run.unsupported = diagnostic.message.text(in: .english)
        return
      case let effect: machine.resume(with: reply(to: effect))
      }
    }
  }

  private mutating func reply(to effect: Effect) -> Reply {
    switch effect {
    case .write(.standardOutput, let bytes): run.output += String(decoding: bytes, as: UTF8.self)
    case .write(.standardError, let bytes): run.errors += String(decoding: bytes, as: UTF8.self)
    case .makeSemaphore(let value, _):
      semaphores.append(Int(value))
      return .semaphore(SemaphoreID(semaphores.count - 1))
    case .acquire(let id, _):
      guard semaphores[Int(id.index)] > 0 else { return .bool(false) }
      semaphores[Int(id.index)] -= 1
      return .bool(true)
    case .release(let id):
      guard semaphores[Int(id.index)] < 1 else { return .failed(.overReleased) }
      semaphores[Int(id.index)] += 1
    case .semaphoreValue(let id): return .int(semaphores[Int(id.index)])
    case .now: return .float(1.5)
    case .choose: return .int(0)
    case .randomFloat: return .float(0.25)
    case .processNumber: return .int(4711)
    case .parentNumber: return .int(4710)
    case .processorCount: return .int(2)
    case .fork: return .failed(.system(errno: 11, path: nil))
    default: break
    }
    return .done
  }
}
