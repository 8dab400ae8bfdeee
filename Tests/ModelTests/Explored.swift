// Python programs for the model's tests: text in, outcomes out.

import Diagnostics
import Language
import Machine
import Model
import Observation

func compiled(_ text: String) throws -> Program {
  let source = SourceText(name: "program.py", text: text)
  let tree = try Parser.parse(source).get()
  return try Compiler.compile(tree, for: Library.standard.environment).get()
}

func explored(
  _ text: String, observe: String? = nil, folder: [String: [UInt8]] = [:],
  bounds: Bounds = Bounds()
) throws -> OutcomeSet {
  let expression = try observe.map { try ObserveExpression.parse($0).get() }
  return Exploration.explore(
    program: try compiled(text), folder: folder, observe: expression, bounds: bounds)
}

/// The values of an observer over all schedules of an exactly explored program.
func values(
  _ text: String, _ observe: String, folder: [String: [UInt8]] = [:]
) throws -> [String] {
  let set = try explored(text, observe: observe, folder: folder)
  return set.isExact ? set.outcomes.map(\.value) : ["\(set.verdict)"]
}
