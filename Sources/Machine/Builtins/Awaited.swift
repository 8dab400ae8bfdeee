import Diagnostics
import Language

extension Machine {
  mutating func binaryBuiltin(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Interrupt)
    -> Value?
  { nil }
  mutating func inPlaceBuiltin(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Interrupt)
    -> Value?
  { nil }
  mutating func unaryBuiltin(_ op: UnaryOperator, _ a: Value) throws(Interrupt) -> Value? { nil }
  mutating func compareBuiltin(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws(Interrupt)
    -> Value?
  { nil }
  mutating func hashBuiltin(_ a: Value) throws(Interrupt) -> Int? { nil }
  mutating func truthBuiltin(_ a: Value) throws(Interrupt) -> Bool { true }
  mutating func lengthBuiltin(_ a: Value) throws(Interrupt) -> Int? { nil }
  mutating func reprBuiltin(_ a: Value) throws(Interrupt) -> Text { Text("") }
  mutating func strBuiltin(_ a: Value) throws(Interrupt) -> Text { Text("") }
  mutating func ascii(_ a: Value) throws(Interrupt) -> Text { Text("") }
  mutating func formatBuiltin(_ a: Value, _ spec: Text) throws(Interrupt) -> Text { Text("") }
  mutating func getItemBuiltin(_ a: Value, _ b: Value) throws(Interrupt) -> Value? { nil }
  mutating func setItemBuiltin(_ a: Value, _ b: Value, _ c: Value) throws(Interrupt) -> Bool {
    false
  }
  mutating func deleteItemBuiltin(_ a: Value, _ b: Value) throws(Interrupt) -> Bool { false }
  mutating func containsBuiltin(_ a: Value, _ b: Value) throws(Interrupt) -> Bool? { nil }
  mutating func closeFile(_ a: Value) throws(Interrupt) {}
}
enum TracebackLines { static func lines(of span: Span, in source: SourceText) -> [String] { [] } }
