// `str.format`: replacement fields with positions, names, attributes, indices and nested
// specifications.

import Language

extension Machine {
  /// `text.format(*arguments, **keywords)`
  mutating func formatFields(_ text: Text, _ arguments: Arguments) throws(Interrupt) -> Text {
    var run = FieldRun(positional: arguments.positional, keywords: arguments.keywords)
    return Text(utf8: try run.format(text.utf8[...], depth: 2, &self))
  }

  /// `text.format_map(mapping)`
  mutating func formatFields(_ text: Text, mapping: Value) throws(Interrupt) -> Text {
    var run = FieldRun(positional: [], keywords: [], mapping: mapping)
    return Text(utf8: try run.format(text.utf8[...], depth: 2, &self))
  }
}

/// One call of `str.format`: its arguments, and how it numbers its fields.
private struct FieldRun {
  var positional: [Value]
  var keywords: [Arguments.Keyword]
  var mapping: Value = .missing
  private var nextAutomatic = 0
  private var usesManual = false

  init(positional: [Value], keywords: [Arguments.Keyword], mapping: Value = .missing) {
    self.positional = positional
    self.keywords = keywords
    self.mapping = mapping
  }

  mutating func format(
    _ text: ArraySlice<UInt8>, depth: Int, _ machine: inout Machine
  ) throws(Interrupt) -> [UInt8] {
    if depth < 0 { throw machine.raise(.valueError, "Max string recursion exceeded") }
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      guard byte == 123 || byte == 125 else {
        result.append(byte)
        continue
      }
      if index < text.endIndex, text[index] == byte {
        result.append(byte)
        index += 1
        continue
      }
      if byte == 125 {
        throw machine.raise(.valueError, "Single '}' encountered in format string")
      }
      if index == text.endIndex {
        throw machine.raise(.valueError, "Single '{' encountered in format string")
      }
      let end = try fieldEnd(text, index, &machine)
      result.append(contentsOf: try field(text[index..<end], depth, &machine))
      index = end + 1
    }
    return result
  }

  private func fieldEnd(
    _ text: ArraySlice<UInt8>, _ start: Int, _ machine: inout Machine
  ) throws(Interrupt) -> Int {
    var depth = 1
    var index = start
    var inBrackets = false
    while index < text.endIndex {
      switch text[index] {
      case 91: inBrackets = true
      case 93: inBrackets = false
      case 123 where !inBrackets: depth += 1
      case 125 where !inBrackets:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    throw machine.raise(.valueError, "expected '}' before end of string")
  }

  private mutating func field(
    _ text: ArraySlice<UInt8>, _ depth: Int, _ machine: inout Machine
  ) throws(Interrupt) -> [UInt8] {
    var nameEnd = text.startIndex
    var inBrackets = false
    while nameEnd < text.endIndex {
      let byte = text[nameEnd]
      if byte == 91 { inBrackets = true }
      if byte == 93 { inBrackets = false }
      if !inBrackets, byte == 33 || byte == 58 { break }
      if byte == 123 {
        throw machine.raise(.valueError, "unexpected '{' in field name")
      }
      nameEnd += 1
    }
    var value = try lookUp(text[text.startIndex..<nameEnd], &machine)
    var rest = text[nameEnd...]
    if rest.first == 33 {
      rest = rest.dropFirst()
      guard let conversion = rest.first else {
        throw machine.raise(
          .valueError, "end of string while looking for conversion specifier")
      }
      rest = rest.dropFirst()
      value = try converted(value, conversion, &machine)
      if let next = rest.first, next != 58 {
        throw machine.raise(.valueError, "expected ':' after conversion specifier")
      }
    }
    let specification = try format(rest.dropFirst(), depth: depth - 1, &machine)
    return try machine.format(value, Text(utf8: specification)).utf8
  }

  private func converted(
    _ value: Value, _ conversion: UInt8, _ machine: inout Machine
  ) throws(Interrupt) -> Value {
    switch conversion {
    case UInt8(ascii: "s"): return machine.make(text: try machine.str(value))
    case UInt8(ascii: "r"): return machine.make(text: try machine.repr(value))
    case UInt8(ascii: "a"): return machine.make(text: asciiOnly(try machine.repr(value)))
    default:
      throw machine.raise(
        .valueError, "Unknown conversion specifier \(Character(Unicode.Scalar(conversion)))")
    }
  }

  private mutating func lookUp(
    _ name: ArraySlice<UInt8>, _ machine: inout Machine
  ) throws(Interrupt) -> Value {
    var end = name.startIndex
    while end < name.endIndex, name[end] != 46, name[end] != 91 { end += 1 }
    var value = try first(name[name.startIndex..<end], &machine)
    var index = end
    while index < name.endIndex {
      let isAttribute = name[index] == 46
      index += 1
      let start = index
      if isAttribute {
        while index < name.endIndex, name[index] != 46, name[index] != 91 { index += 1 }
        if index == start {
          throw machine.raise(.valueError, "Empty attribute in format string")
        }
        let id = machine.nameID(for: Text(utf8: Array(name[start..<index])))
        value = try machine.attribute(id, of: value)
      } else {
        while index < name.endIndex, name[index] != 93 { index += 1 }
        if index == name.endIndex {
          throw machine.raise(.valueError, "Missing ']' in format string")
        }
        let key = Array(name[start..<index])
        index += 1
        let keyValue: Value =
          if let number = Int(String(decoding: key, as: UTF8.self)), key.allSatisfy(isDigit) {
            .int(number)
          } else {
            machine.make(text: Text(utf8: key))
          }
        value = try machine.item(of: value, keyValue)
        if index < name.endIndex, name[index] != 46, name[index] != 91 {
          throw machine.raise(
            .valueError, "Only '.' or '[' may follow ']' in format field specifier")
        }
      }
    }
    return value
  }

  private mutating func first(
    _ name: ArraySlice<UInt8>, _ machine: inout Machine
  ) throws(Interrupt) -> Value {
    if name.isEmpty || name.allSatisfy(isDigit) {
      let index = try position(name, &machine)
      if mapping != .missing {
        throw machine.raise(.valueError, "Format string contains positional fields")
      }
      guard index < positional.count else {
        throw machine.raise(
          .indexError, "Replacement index \(index) out of range for positional args tuple")
      }
      return positional[index]
    }
    let key = Text(utf8: Array(name))
    if mapping != .missing {
      return try machine.item(of: mapping, machine.make(text: key))
    }
    for keyword in keywords where keyword.name == key { return keyword.value }
    throw machine.raise(.keyError, arguments: [machine.make(text: key)])
  }

  private mutating func position(
    _ name: ArraySlice<UInt8>, _ machine: inout Machine
  ) throws(Interrupt) -> Int {
    if name.isEmpty {
      if usesManual {
        throw machine.raise(
          .valueError,
          "cannot switch from manual field specification to automatic field numbering")
      }
      nextAutomatic += 1
      return nextAutomatic - 1
    }
    if nextAutomatic > 0 {
      throw machine.raise(
        .valueError,
        "cannot switch from automatic field numbering to manual field specification")
    }
    usesManual = true
    return Int(String(decoding: name, as: UTF8.self)) ?? Int.max
  }
}
