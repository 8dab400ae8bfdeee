// Steps as bytes: one message each, little-endian, strings and byte lists with their length before
// them. Both ends are the same executable, so there is no version.

import Machine
import Observation

/// Appends plain values to a message.
struct MessageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }
  mutating func put(_ value: Double) { put(value.bitPattern) }

  mutating func put(_ value: [UInt8]) {
    put(UInt32(value.count))
    bytes.append(contentsOf: value)
  }

  mutating func put(_ value: String) { put(Array(value.utf8)) }

  mutating func put<T>(_ value: T?, _ write: (inout MessageWriter, T) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  mutating func put<T>(_ values: [T], _ write: (inout MessageWriter, T) -> Void) {
    put(UInt32(values.count))
    for value in values { write(&self, value) }
  }
}

/// Takes plain values from a message. After a value that is not there, `isWhole` is false and all
/// that follow are empty.
struct MessageReader {
  private var rest: ArraySlice<UInt8>
  private(set) var isWhole = true

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    guard count <= rest.count else {
      isWhole = false
      rest = []
      return []
    }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func number<T: FixedWidthInteger>(_: T.Type = T.self) -> T {
    var value: T = 0
    for (place, byte) in take(MemoryLayout<T>.size).enumerated() {
      value |= T(truncatingIfNeeded: byte) << T(place * 8)
    }
    return value
  }

  mutating func flag() -> Bool { number(UInt8.self) != 0 }
  mutating func double() -> Double { Double(bitPattern: number()) }
  mutating func bytes() -> [UInt8] { Array(take(Int(number(UInt32.self)))) }
  mutating func string() -> String { String(decoding: bytes(), as: UTF8.self) }

  mutating func optional<T>(_ read: (inout MessageReader) -> T) -> T? {
    flag() ? read(&self) : nil
  }

  mutating func list<T>(_ read: (inout MessageReader) -> T) -> [T] {
    var values: [T] = []
    let count = number(UInt32.self)
    while values.count < count, isWhole { values.append(read(&self)) }
    return values
  }

  mutating func process() -> ProcessID { ProcessID(Int(number(UInt32.self))) }
  mutating func semaphore() -> SemaphoreID { SemaphoreID(Int(number(UInt32.self))) }
}

extension Step {
  /// The step as one message of a trace.
  package var message: [UInt8] {
    var writer = MessageWriter()
    writer.put(time)
    writer.put(process.index)
    writer.put(Int32(line))
    what.write(to: &writer)
    return writer.bytes
  }

  /// nil where the bytes are no step.
  package init?(message: [UInt8]) {
    var reader = MessageReader(message)
    time = reader.double()
    process = reader.process()
    line = Int(reader.number(Int32.self))
    guard let what = What(from: &reader), reader.isWhole else { return nil }
    self.what = what
  }
}

extension Step.What {
  private enum Kind: UInt8 {
    case started, wrote, waits, acquired, released, joined, gaveUp, signalled, opened, read
    case wroteFile, entered, left, ended, killed, refused, stuck, finished
  }

  fileprivate func write(to writer: inout MessageWriter) {
    switch self {
    case .started(let name, let number, let parent, let daemon):
      writer.put(Kind.started.rawValue)
      writer.put(name)
      writer.put(number)
      writer.put(parent) { $0.put($1.index) }
      writer.put(daemon)
    case .wrote(let stream, let bytes):
      writer.put(Kind.wrote.rawValue)
      writer.put(stream.rawValue)
      writer.put(bytes)
    case .waits(let target, let limited):
      writer.put(Kind.waits.rawValue)
      target.write(to: &writer)
      writer.put(limited)
    case .acquired(let semaphore, let waited):
      writer.put(Kind.acquired.rawValue)
      writer.put(semaphore.index)
      writer.put(waited)
    case .released(let semaphore):
      writer.put(Kind.released.rawValue)
      writer.put(semaphore.index)
    case .joined(let process, let code):
      writer.put(Kind.joined.rawValue)
      writer.put(process.index)
      writer.put(code)
    case .gaveUp: writer.put(Kind.gaveUp.rawValue)
    case .signalled(let process, let signal):
      writer.put(Kind.signalled.rawValue)
      writer.put(process.index)
      writer.put(signal)
    case .opened(let file, let writing):
      writer.put(Kind.opened.rawValue)
      writer.put(file)
      writer.put(writing)
    case .read(let file, let bytes):
      writer.put(Kind.read.rawValue)
      writer.put(file)
      writer.put(bytes)
    case .wroteFile(let file, let bytes):
      writer.put(Kind.wroteFile.rawValue)
      writer.put(file)
      writer.put(bytes)
    case .entered(let function):
      writer.put(Kind.entered.rawValue)
      writer.put(function)
    case .left(let function):
      writer.put(Kind.left.rawValue)
      writer.put(function)
    case .ended(let code, let exception):
      writer.put(Kind.ended.rawValue)
      writer.put(code)
      writer.put(exception) { $1.write(to: &$0) }
    case .killed(let signal):
      writer.put(Kind.killed.rawValue)
      writer.put(signal)
    case .refused(let text):
      writer.put(Kind.refused.rawValue)
      writer.put(text)
    case .stuck(let report):
      writer.put(Kind.stuck.rawValue)
      report.write(to: &writer)
    case .finished(let end):
      writer.put(Kind.finished.rawValue)
      end.write(to: &writer)
    }
  }

  fileprivate init?(from reader: inout MessageReader) {
    guard let kind = Kind(rawValue: reader.number()) else { return nil }
    switch kind {
    case .started:
      self = .started(
        name: reader.string(), number: reader.number(), parent: reader.optional { $0.process() },
        daemon: reader.flag())
    case .wrote:
      guard let stream = OutputStream(rawValue: reader.number()) else { return nil }
      self = .wrote(stream, reader.bytes())
    case .waits:
      guard let target = WaitTarget(from: &reader) else { return nil }
      self = .waits(target, limited: reader.flag())
    case .acquired: self = .acquired(reader.semaphore(), waited: reader.flag())
    case .released: self = .released(reader.semaphore())
    case .joined: self = .joined(reader.process(), exitCode: reader.number())
    case .gaveUp: self = .gaveUp
    case .signalled: self = .signalled(reader.process(), reader.number())
    case .opened: self = .opened(file: reader.string(), writing: reader.flag())
    case .read: self = .read(file: reader.string(), reader.bytes())
    case .wroteFile: self = .wroteFile(file: reader.string(), reader.bytes())
    case .entered: self = .entered(function: reader.string())
    case .left: self = .left(function: reader.string())
    case .ended:
      self = .ended(
        code: reader.number(), exception: reader.optional { ExceptionSummary(from: &$0) })
    case .killed: self = .killed(signal: reader.number())
    case .refused: self = .refused(text: reader.string())
    case .stuck: self = .stuck(StuckRun(from: &reader))
    case .finished:
      guard let end = RunEnd(from: &reader) else { return nil }
      self = .finished(end)
    }
  }
}

extension WaitTarget {
  fileprivate func write(to writer: inout MessageWriter) {
    switch self {
    case .semaphore(let semaphore, let holder):
      writer.put(UInt8(0))
      writer.put(semaphore.index)
      writer.put(holder) { $0.put($1.index) }
    case .process(let process):
      writer.put(UInt8(1))
      writer.put(process.index)
    case .time(let seconds):
      writer.put(UInt8(2))
      writer.put(seconds)
    }
  }

  fileprivate init?(from reader: inout MessageReader) {
    switch reader.number(UInt8.self) {
    case 0: self = .semaphore(reader.semaphore(), holder: reader.optional { $0.process() })
    case 1: self = .process(reader.process())
    case 2: self = .time(seconds: reader.double())
    default: return nil
    }
  }
}

extension RunEnd {
  fileprivate func write(to writer: inout MessageWriter) {
    switch self {
    case .exited(let code):
      writer.put(UInt8(0))
      writer.put(code)
    case .signalled(let signal):
      writer.put(UInt8(1))
      writer.put(signal)
    case .stuck: writer.put(UInt8(2))
    case .interrupted: writer.put(UInt8(3))
    case .refused: writer.put(UInt8(4))
    case .failed(let text):
      writer.put(UInt8(5))
      writer.put(text)
    }
  }

  fileprivate init?(from reader: inout MessageReader) {
    switch reader.number(UInt8.self) {
    case 0: self = .exited(reader.number())
    case 1: self = .signalled(reader.number())
    case 2: self = .stuck
    case 3: self = .interrupted
    case 4: self = .refused
    case 5: self = .failed(reader.string())
    default: return nil
    }
  }
}

extension ExceptionSummary {
  fileprivate func write(to writer: inout MessageWriter) {
    writer.put(type)
    writer.put(message)
    writer.put(Int32(line))
  }

  fileprivate init(from reader: inout MessageReader) {
    self.init(
      type: reader.string(), message: reader.string(), line: Int(reader.number(Int32.self)))
  }
}

extension StuckRun {
  fileprivate func write(to writer: inout MessageWriter) {
    writer.put(waiters) { writer, waiter in
      writer.put(waiter.process)
      writer.put(waiter.call) { $0.put($1) }
      writer.put(Int32(waiter.line))
      switch waiter.reason {
      case .process(let name):
        writer.put(UInt8(0))
        writer.put(name)
      case .semaphore(let isLock, let holder):
        writer.put(UInt8(1))
        writer.put(isLock)
        writer.put(holder) { writer, holder in
          writer.put(holder.process)
          writer.put(Int32(holder.line))
          writer.put(holder.hasEnded)
        }
      }
    }
  }

  fileprivate init(from reader: inout MessageReader) {
    self.init(
      waiters: reader.list { reader in
        Waiter(
          process: reader.string(), call: reader.optional { $0.string() },
          line: Int(reader.number(Int32.self)),
          reason: Reason(from: &reader))
      })
  }
}

extension StuckRun.Reason {
  fileprivate init(from reader: inout MessageReader) {
    if reader.number(UInt8.self) == 0 {
      self = .process(reader.string())
    } else {
      self = .semaphore(
        isLock: reader.flag(),
        holder: reader.optional { reader in
          StuckRun.Holder(
            process: reader.string(), line: Int(reader.number(Int32.self)),
            hasEnded: reader.flag())
        })
    }
  }
}
