// The functions that programs reach by their bare names: numbers, text, iteration, printing.

import BigInt
import Language

let numberFunctions: [BuiltinFunction] = [
  .one("abs") { (m, a) throws(Interrupt) in
    if case .instance? = m.object(a), let result = try m.callSpecial(.dunderAbs, of: a) {
      return result
    }
    switch m.number(a) {
    case .int(let int)?:
      return int == .min ? m.make(integer: BigInt(int.magnitude)) : .int(Swift.abs(int))
    case .big(let big)?: return m.make(integer: BigInt(big.magnitude))
    case .float(let float)?: return .float(Swift.abs(float))
    case .opaque(let kind, let id)?: return m.blurred(kind, id)
    case nil: throw m.raise(.typeError, "bad operand type for abs(): '\(m.shownType(of: a))'")
    }
  },
  .bound("round", "number, ndigits=None") { (m, a) throws(Interrupt) in
    try m.rounded(a[0], digits: a[1] == .missing ? .none : a[1])
  },
  .two("divmod") { (m, a, b) throws(Interrupt) in
    if case .instance? = m.object(a), let result = try m.callSpecial(.dunderDivMod, of: a, [b]) {
      return result
    }
    if let result = try m.divmodBuiltin(a, b) { return result }
    throw m.raise(
      .typeError,
      "unsupported operand type(s) for divmod(): '\(m.shownType(of: a))' and '\(m.shownType(of: b))'"
    )
  },
  .bound("pow", "base, exp, mod=None") { (m, a) throws(Interrupt) in
    if a[2] == .missing || a[2] == .none { return try m.binary(.power, a[0], a[1]) }
    return try m.modularPower(a[0], a[1], a[2])
  },
  .bound("sum", "iterable, /, start=0") { (m, a) throws(Interrupt) in
    try m.sum(a[0], from: a[1] == .missing ? .int(0) : a[1])
  },
  .free("min") { (m, arguments) throws(Interrupt) in try m.extreme(arguments, "min", .less) },
  .free("max") { (m, arguments) throws(Interrupt) in try m.extreme(arguments, "max", .greater) },
  .one("hash") { (m, a) throws(Interrupt) in .int(try m.hash(a)) },
  .one("bin") { (m, a) throws(Interrupt) in try m.radixText(a, 2, "0b") },
  .one("oct") { (m, a) throws(Interrupt) in try m.radixText(a, 8, "0o") },
  .one("hex") { (m, a) throws(Interrupt) in try m.radixText(a, 16, "0x") },
]

let textFunctions: [BuiltinFunction] = [
  .one("repr") { (m, a) throws(Interrupt) in m.make(text: try m.repr(a)) },
  .one("ascii") { (m, a) throws(Interrupt) in m.make(text: try m.ascii(a)) },
  .bound("format", "value, format_spec='', /") { (m, a) throws(Interrupt) in
    let specification =
      a[1] == .missing ? Text.empty : try m.textArgument(a[1], "format() argument 2")
    return m.make(text: try m.format(a[0], specification))
  },
  .one("ord") { (m, a) throws(Interrupt) in
    if let text = m.text(m.storage(of: a)) {
      guard text.count == 1 else {
        throw m.raise(
          .typeError,
          "ord() expected a character, but string of length \(text.count) found")
      }
      return .int(Int(text.codePoints[0]))
    }
    if case .bytes(let bytes)? = m.object(a), bytes.count == 1 { return .int(Int(bytes[0])) }
    throw m.raise(
      .typeError, "ord() expected string of length 1, but \(m.shownType(of: a)) found")
  },
  .one("chr") { (m, a) throws(Interrupt) in
    let point = try m.index(a)
    guard point >= 0, point < 0x110000 else {
      throw m.raise(.valueError, "chr() arg not in range(0x110000)")
    }
    return m.make(text: Text(codePoints: [UInt32(point)]))
  },
  .free("print") { (m, arguments) throws(Interrupt) in try m.printLine(arguments) },
]

let iterationFunctions: [BuiltinFunction] = [
  .one("len") { (m, a) throws(Interrupt) in .int(try m.length(of: a)) },
  .one("any") { (m, a) throws(Interrupt) in
    let iterator = try m.iterator(of: a)
    while let item = try m.next(iterator) {
      if try m.isTrue(item) { return .bool(true) }
    }
    return .bool(false)
  },
  .one("all") { (m, a) throws(Interrupt) in
    let iterator = try m.iterator(of: a)
    while let item = try m.next(iterator) {
      if try !m.isTrue(item) { return .bool(false) }
    }
    return .bool(true)
  },
  // CPython hands the options to `list.sort`, which complains of a wrong one in its own name.
  .free("sorted") { (m, arguments) throws(Interrupt) in
    guard arguments.positional.count == 1 else {
      throw m.raise(
        .typeError, "sorted expected 1 argument, got \(arguments.positional.count)")
    }
    var key = Value.none
    var reverse = false
    for keyword in arguments.keywords {
      switch keyword.name.string {
      case "key": key = keyword.value
      case "reverse": reverse = try m.index(keyword.value) != 0
      default:
        throw m.raise(
          .typeError, "'\(keyword.name.string)' is an invalid keyword argument for sort()")
      }
    }
    let items = try m.collect(arguments.positional[0])
    return m.make(list: try m.sorted(items, key: key, reverse: reverse))
  },
  .bound("iter", "object, sentinel=None, /") { (m, a) throws(Interrupt) in
    if a[1] == .missing { return try m.iterator(of: a[0]) }
    guard m.isCallable(a[0]) else {
      throw m.raise(.typeError, "iter(v, w): v must be callable")
    }
    return m.make(.iterator(IteratorObject(kind: .callable, source: a[0], sources: [a[1]])))
  },
]

/// The types whose calls make iterators.
let iteratorMethods: [BuiltinFunction] = [
  .free("__new__", of: .zip, as: .staticMethod) { (m, arguments) throws(Interrupt) in
    var strict = false
    for keyword in arguments.keywords {
      guard keyword.name == Text("strict") else {
        throw m.raise(
          .typeError, "'\(keyword.name.string)' is an invalid keyword argument for zip()")
      }
      strict = try m.isTrue(keyword.value)
    }
    let sources = try m.iterators(of: arguments.positional.dropFirst(), "zip")
    return m.make(
      .iterator(
        IteratorObject(kind: .zip, source: .none, sources: sources, limit: strict ? 1 : 0)))
  },
  .free("__new__", of: .map, as: .staticMethod) { (m, arguments) throws(Interrupt) in
    guard arguments.positional.count > 2 else {
      throw m.raise(.typeError, "map() must have at least two arguments.")
    }
    let sources = try m.iterators(of: arguments.positional.dropFirst(2), "map")
    return m.make(
      .iterator(IteratorObject(kind: .map, source: arguments.positional[1], sources: sources)))
  },
  .bound("__new__", of: .filter, as: .staticMethod, "type, function, iterable, /") {
    (m, a) throws(Interrupt) in
    let source = try m.iterator(of: a[2])
    return m.make(.iterator(IteratorObject(kind: .filter, source: a[1], sources: [source])))
  },
  .bound("__new__", of: .enumerate, as: .staticMethod, "type, iterable, start=0") {
    (m, a) throws(Interrupt) in
    let start = try m.integerArgument(a[2], default: 0)
    let source = try m.iterator(of: a[1])
    return m.make(.iterator(IteratorObject(kind: .enumerate, source: source, position: start)))
  },
  .bound("__new__", of: .reversed, as: .staticMethod, "type, object, /") {
    (m, a) throws(Interrupt) in try m.reversedIterator(a[1])
  },
]

extension Machine {
  // MARK: Numbers

  /// `round(value, digits)`: ties go to the even neighbour.
  fileprivate mutating func rounded(_ value: Value, digits: Value) throws(Interrupt) -> Value {
    switch number(value) {
    case .opaque(let kind, let id)?: return blurred(kind, id)
    case .int?, .big?: return try roundedInteger(value, digits)
    case .float(let float)?:
      if digits == .none {
        if float.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
        if float.isInfinite {
          throw raise(.overflowError, "cannot convert float infinity to integer")
        }
        return try makeInteger(of: float.rounded(.toNearestOrEven))
      }
      let count = try index(digits)
      if !float.isFinite || count > 323 { return .float(float) }
      if count < -308 { return .float(float.sign == .minus ? -0.0 : 0) }
      if count >= 0 { return .float(Double(printfFloat("%.*f", count, float)) ?? float) }
      return .float(roundedFloat(float, toTens: -count))
    case nil: break
    }
    let arguments = digits == .none ? [] : [digits]
    if case .instance? = object(value),
      let result = try callSpecial(.dunderRound, of: value, arguments)
    {
      return result
    }
    throw raise(
      .typeError, "type \(shownType(of: value)) doesn't define __round__ method")
  }

  private func roundedFloat(_ float: Double, toTens count: Int) -> Double {
    var unit = BigInt(1)
    for _ in 0..<count { unit *= 10 }
    let magnitude = abs(float)
    let whole = magnitude.rounded(.down)
    let (floor, remainder) = BigInt(whole).floorDivided(by: unit)
    let twice = remainder * 2
    let goesUp = twice > unit || (twice == unit && (magnitude > whole || floor % 2 != 0))
    let quotient = goesUp ? floor + 1 : floor
    return Double(signOf: float, magnitudeOf: (quotient * unit).nearestDouble)
  }

  private mutating func roundedInteger(
    _ value: Value, _ digits: Value
  ) throws(Interrupt) -> Value {
    let number = integer(storage(of: value)) ?? 0
    let count = digits == .none ? 0 : try index(digits)
    if count >= 0 { return make(integer: number) }
    if count < -10_000 { return .int(0) }
    let unit = BigInt(10).power(-count)
    var (quotient, remainder) = number.floorDivided(by: unit)
    let twice = remainder * 2
    if twice > unit || (twice == unit && quotient % 2 != 0) { quotient += 1 }
    remainder = quotient * unit
    return make(integer: remainder)
  }

  fileprivate mutating func sum(_ iterable: Value, from start: Value) throws(Interrupt) -> Value {
    if text(start) != nil {
      throw raise(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
    }
    if case .bytes? = object(start) {
      throw raise(.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
    }
    var total = start
    let iterator = try iterator(of: iterable)
    while let item = try next(iterator) {
      if case .int(let x) = total, case .int(let y) = item {
        let (sum, overflows) = x.addingReportingOverflow(y)
        if !overflows {
          total = .int(sum)
          continue
        }
      }
      total = try binary(.add, total, item)
    }
    return total
  }

  /// `min` and `max`.
  fileprivate mutating func extreme(
    _ arguments: Arguments, _ name: String, _ wins: ComparisonOperator
  ) throws(Interrupt) -> Value {
    var key = Value.none
    var missing = Value.missing
    for keyword in arguments.keywords {
      switch keyword.name.string {
      case "key": key = keyword.value
      case "default": missing = keyword.value
      default:
        throw raise(
          .typeError,
          "\(name)() got an unexpected keyword argument '\(keyword.name.string)'")
      }
    }
    guard let first = arguments.positional.first else {
      throw raise(.typeError, "\(name) expected at least 1 argument, got 0")
    }
    let isSingle = arguments.positional.count == 1
    if !isSingle, missing != .missing {
      throw raise(
        .typeError,
        "Cannot specify a default for \(name)() with multiple positional arguments")
    }
    let items = isSingle ? try collect(first) : arguments.positional
    guard var best = items.first else {
      if missing != .missing { return missing }
      throw raise(.valueError, "\(name)() arg is an empty sequence")
    }
    var bestKey = key == .none ? best : try call(key, [best])
    for item in items.dropFirst() {
      let itemKey = key == .none ? item : try call(key, [item])
      if try isTrue(compare(wins, itemKey, bestKey)) {
        best = item
        bestKey = itemKey
      }
    }
    return best
  }

  fileprivate mutating func radixText(
    _ value: Value, _ radix: Int, _ prefix: String
  ) throws(Interrupt) -> Value {
    let number: BigInt
    if let big = integer(storage(of: value)) {
      number = big
    } else {
      number = BigInt(try index(value))
    }
    let digits = String(number.magnitude, radix: radix)
    return make((number.sign == .minus && !number.isZero ? "-" : "") + prefix + digits)
  }

  // MARK: Iterators

  fileprivate mutating func iterators(
    of iterables: ArraySlice<Value>, _ name: String
  ) throws(Interrupt) -> [Value] {
    var iterators: [Value] = []
    for (number, iterable) in iterables.enumerated() {
      if name == "zip", !isIterable(iterable) {
        throw raise(
          .typeError, "'\(shownType(of: iterable))' object is not iterable")
      }
      _ = number
      iterators.append(try iterator(of: iterable))
    }
    return iterators
  }

  fileprivate mutating func reversedIterator(_ value: Value) throws(Interrupt) -> Value {
    let held = storage(of: value)
    switch object(held) {
    case .list?, .tuple?, .string?, .bytes?, .range?:
      if held != value, let made = try callSpecial(.dunderReversed, of: value) { return made }
      let count = try length(of: held)
      return make(
        .iterator(IteratorObject(kind: .reversed, source: held, position: count - 1)))
    case .dict(let table)?:
      let keys = make(list: table.liveKeys)
      return make(
        .iterator(IteratorObject(kind: .reversed, source: keys, position: table.count - 1)))
    case .dictView?:
      let items = make(list: try collect(held))
      let count = try length(of: items)
      return make(
        .iterator(IteratorObject(kind: .reversed, source: items, position: count - 1)))
    case .instance?:
      if let made = try callSpecial(.dunderReversed, of: value) { return made }
      if classAttribute(NameID(.dunderLen), of: type(of: value)) != nil,
        classAttribute(NameID(.dunderGetItem), of: type(of: value)) != nil
      {
        let count = try length(of: value)
        return make(
          .iterator(IteratorObject(kind: .reversed, source: value, position: count - 1)))
      }
    default: break
    }
    throw raise(.typeError, "'\(shownType(of: value))' object is not reversible")
  }

  // MARK: Printing

  fileprivate mutating func printLine(_ arguments: Arguments) throws(Interrupt) -> Value {
    var separator: [UInt8] = [32]
    var end: [UInt8] = [10]
    var file = Value.none
    var flush = false
    for keyword in arguments.keywords {
      switch keyword.name.string {
      case "sep": separator = try printPiece(keyword.value, "sep") ?? [32]
      case "end": end = try printPiece(keyword.value, "end") ?? [10]
      case "file": file = keyword.value
      case "flush": flush = try isTrue(keyword.value)
      default:
        throw raise(
          .typeError,
          "'\(keyword.name.string)' is an invalid keyword argument for print()")
      }
    }
    var bytes: [UInt8] = []
    do throws(Interrupt) {
      for (index, item) in arguments.positional.enumerated() {
        if index > 0 { bytes.append(contentsOf: separator) }
        bytes.append(contentsOf: try str(item).utf8)
      }
    } catch {
      // What stands before an argument that cannot be shown has been printed.
      if case .raised = error { try write(bytes, to: file, flush: false) }
      throw error
    }
    bytes.append(contentsOf: end)
    try write(bytes, to: file, flush: flush)
    return .none
  }

  /// - Parameter file: `None` for standard output.
  private mutating func write(
    _ bytes: [UInt8], to file: Value, flush: Bool
  ) throws(Interrupt) {
    if file == .none {
      try writeOutput(.standardOutput, bytes, flush: flush)
    } else if let stream = standardStream(file) {
      try writeOutput(stream, bytes, flush: flush)
    } else if case .file? = object(file) {
      try write(Text(utf8: bytes), to: file, flush: flush)
    } else {
      try printTo(file, bytes, flush: flush)
    }
  }

  private mutating func printTo(
    _ file: Value, _ bytes: [UInt8], flush: Bool
  ) throws(Interrupt) {
    let text = make(text: Text(utf8: bytes))
    let writer = try attribute(NameID(.write), of: file)
    _ = try call(writer, [text])
    if flush { _ = try callMethod(file, NameID(.flush), []) }
  }

  private mutating func printPiece(
    _ value: Value, _ name: String
  ) throws(Interrupt) -> [UInt8]? {
    if value == .none { return nil }
    if let text = text(storage(of: value)) { return text.utf8 }
    throw raise(
      .typeError, "\(name) must be None or a string, not \(shownType(of: value))")
  }
}
