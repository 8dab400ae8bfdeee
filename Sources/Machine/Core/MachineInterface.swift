// PLAN for builtins' authors: what a builtin may call on the machine. All of these exist as members of
// Machine; operations that can run the program's own code or perform effects throw.
//
// Making values
//   func make(_ object: HeapObject) -> Value                     (mutating: allocates)
//   func make(text: Text) / make(_ string: String) / make(bytes:) / make(list:) / make(tuple:)
//   func make(integer: BigInt)       a `.int` where it fits
//   func makeDict(_ pairs: [(Value, Value)]) throws
//
// Looking at values
//   func object(_ value: Value) -> HeapObject?       what a `.object` refers to (constants included)
//   func text(_ value: Value) -> Text?               a str's text
//   func integer(_ value: Value) -> BigInt?          of int and bool
//   func type(of value: Value) -> Value              `.type` or a user class
//   func builtinType(of value: Value) -> TypeID      the builtin type it is or derives from
//   func typeName(of value: Value) -> String
//   func isInstance(_ value: Value, of type: TypeID) -> Bool
//
// Changing containers in place (no copy when unshared)
//   func withList(_ value: Value, _ body: (inout [Value]) -> R) -> R
//   func withDict / withSet
//   heap[reference] = HeapObject
//
// Python's operations
//   func call(_ callable: Value, _ arguments: [Value], keywords: [Arguments.Keyword] = []) throws -> Value
//   func callMethod(_ receiver: Value, _ name: NameID, _ arguments: [Value]) throws -> Value?   nil: no such method
//   func str(_ value: Value) throws -> Text
//   func repr(_ value: Value) throws -> Text
//   func format(_ value: Value, _ specification: Text) throws -> Text
//   func equal(_ a: Value, _ b: Value) throws -> Bool
//   func less(_ a: Value, _ b: Value) throws -> Bool
//   func compare(_ operator: ComparisonOperator, _ a: Value, _ b: Value) throws -> Value
//   func binary(_ operator: BinaryOperator, _ a: Value, _ b: Value) throws -> Value
//   func hash(_ value: Value) throws -> Int
//   func isTrue(_ value: Value) throws -> Bool
//   func iterator(of iterable: Value) throws -> Value
//   func next(_ iterator: Value) throws -> Value?     nil when exhausted
//   func collect(_ iterable: Value) throws -> [Value]
//   func length(of value: Value) throws -> Int
//   func index(_ value: Value, …) throws -> Int       `__index__`
//   func attribute(_ name: NameID, of value: Value) throws -> Value; attributeIfPresent → nil
//   func dictValue(_ dict: Value, for key: Value) throws -> Value?; setDictValue; removeDictValue
//
// Raising:  throw raise(.valueError, "message")       (mutating; returns Interrupt.raised)
// Effects:  let reply = try perform(.now(.wall))
