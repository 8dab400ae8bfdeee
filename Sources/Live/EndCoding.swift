// How a run ended, and who waited for what at its end, as bytes.

import Machine

extension RunEnd {
  func write(to writer: inout MessageWriter) {
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

  init?(from reader: inout MessageReader) {
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
  func write(to writer: inout MessageWriter) {
    writer.put(type)
    writer.put(message)
    writer.put(Int32(line))
  }

  init(from reader: inout MessageReader) {
    self.init(
      type: reader.string(), message: reader.string(), line: Int(reader.number(Int32.self)))
  }
}

extension StuckRun {
  func write(to writer: inout MessageWriter) {
    writer.put(waiters) { writer, waiter in
      writer.put(waiter.process)
      writer.put(waiter.call) { $0.put($1) }
      writer.put(Int32(waiter.line))
      waiter.reason.write(to: &writer)
    }
  }

  /// nil where one of the waiters is none.
  init?(from reader: inout MessageReader) {
    let read = reader.list { reader -> Waiter? in
      let process = reader.string()
      let call = reader.optional { $0.string() }
      let line = Int(reader.number(Int32.self))
      return Reason(from: &reader).map {
        Waiter(process: process, call: call, line: line, reason: $0)
      }
    }
    let waiters = read.compactMap(\.self)
    guard waiters.count == read.count else { return nil }
    self.init(waiters: waiters)
  }
}

extension StuckRun.Holder {
  func write(to writer: inout MessageWriter) {
    writer.put(process)
    writer.put(Int32(line))
    writer.put(hasEnded)
  }

  init(from reader: inout MessageReader) {
    self.init(
      process: reader.string(), line: Int(reader.number(Int32.self)), hasEnded: reader.flag())
  }
}

extension StuckRun.Reason {
  private enum Kind: UInt8 {
    case process, semaphore, item, readingLock, queueRoom, feeder, tasks, message, pipeRoom, ready
    case answer, turn
  }

  func write(to writer: inout MessageWriter) {
    func put(_ kind: Kind) { writer.put(kind.rawValue) }
    switch self {
    case .process(let name):
      put(.process)
      writer.put(name)
    case .semaphore(let isLock, let holder):
      put(.semaphore)
      writer.put(isLock)
      writer.put(holder) { $1.write(to: &$0) }
    case .item(let putter, let hasEnded):
      put(.item)
      writer.put(putter) { $0.put($1) }
      writer.put(hasEnded)
    case .readingLock(let reader):
      put(.readingLock)
      reader.write(to: &writer)
    case .queueRoom(let capacity):
      put(.queueRoom)
      writer.put(capacity) { $0.put(UInt32($1)) }
    case .feeder: put(.feeder)
    case .tasks(let left):
      put(.tasks)
      writer.put(UInt32(left))
    case .message: put(.message)
    case .pipeRoom: put(.pipeRoom)
    case .ready(let count):
      put(.ready)
      writer.put(UInt32(count))
    case .answer: put(.answer)
    case .turn(let move, let process):
      put(.turn)
      writer.put(UInt32(move))
      writer.put(UInt32(process))
    }
  }

  init?(from reader: inout MessageReader) {
    guard let kind = Kind(rawValue: reader.number()) else { return nil }
    switch kind {
    case .process: self = .process(reader.string())
    case .semaphore:
      self = .semaphore(
        isLock: reader.flag(), holder: reader.optional { StuckRun.Holder(from: &$0) })
    case .item: self = .item(lastPutter: reader.optional { $0.string() }, hasEnded: reader.flag())
    case .readingLock: self = .readingLock(StuckRun.Holder(from: &reader))
    case .queueRoom: self = .queueRoom(capacity: reader.optional { $0.count() })
    case .feeder: self = .feeder
    case .tasks: self = .tasks(left: reader.count())
    case .message: self = .message
    case .pipeRoom: self = .pipeRoom
    case .ready: self = .ready(count: reader.count())
    case .answer: self = .answer
    case .turn: self = .turn(move: reader.count(), of: reader.count())
    }
  }
}
