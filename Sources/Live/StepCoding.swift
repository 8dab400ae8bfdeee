// Steps as bytes: one message each. Both ends are the same executable, so there is no version.

import Machine
import Observation

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
    case sent, received, closedEnd, put, fed, got, taskDone, loaded, stored, called, answered
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
    case .sent(let pipe, let message):
      writer.put(Kind.sent.rawValue)
      writer.put(pipe)
      writer.put(message)
    case .received(let pipe, let message):
      writer.put(Kind.received.rawValue)
      writer.put(pipe)
      writer.put(message)
    case .closedEnd(let pipe):
      writer.put(Kind.closedEnd.rawValue)
      writer.put(pipe)
    case .put(let queue, let item):
      writer.put(Kind.put.rawValue)
      writer.put(queue.index)
      writer.put(item)
    case .fed(let queue, let items):
      writer.put(Kind.fed.rawValue)
      writer.put(queue.index)
      writer.put(UInt32(items))
    case .got(let queue, let item):
      writer.put(Kind.got.rawValue)
      writer.put(queue.index)
      writer.put(item)
    case .taskDone(let queue):
      writer.put(Kind.taskDone.rawValue)
      writer.put(queue.index)
    case .loaded(let id, let place, let numbers):
      writer.put(Kind.loaded.rawValue)
      writer.put(id.index)
      writer.put(UInt32(place))
      writer.put(numbers) { $0.put($1) }
    case .stored(let id, let place, let numbers):
      writer.put(Kind.stored.rawValue)
      writer.put(id.index)
      writer.put(UInt32(place))
      writer.put(numbers) { $0.put($1) }
    case .called(let manager, let call):
      writer.put(Kind.called.rawValue)
      writer.put(manager.index)
      writer.put(call)
    case .answered(let manager, let answer):
      writer.put(Kind.answered.rawValue)
      writer.put(manager.index)
      writer.put(answer)
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
    case .sent: self = .sent(pipe: reader.number(), reader.bytes())
    case .received: self = .received(pipe: reader.number(), reader.bytes())
    case .closedEnd: self = .closedEnd(pipe: reader.number())
    case .put: self = .put(reader.queue(), reader.bytes())
    case .fed: self = .fed(reader.queue(), items: reader.count())
    case .got: self = .got(reader.queue(), reader.bytes())
    case .taskDone: self = .taskDone(reader.queue())
    case .loaded:
      self = .loaded(reader.shared(), at: reader.count(), reader.list { $0.number() })
    case .stored:
      self = .stored(reader.shared(), at: reader.count(), reader.list { $0.number() })
    case .called: self = .called(reader.manager(), reader.bytes())
    case .answered: self = .answered(reader.manager(), reader.bytes())
    case .entered: self = .entered(function: reader.string())
    case .left: self = .left(function: reader.string())
    case .ended:
      self = .ended(
        code: reader.number(), exception: reader.optional { ExceptionSummary(from: &$0) })
    case .killed: self = .killed(signal: reader.number())
    case .refused: self = .refused(text: reader.string())
    case .stuck:
      guard let report = StuckRun(from: &reader) else { return nil }
      self = .stuck(report)
    case .finished:
      guard let end = RunEnd(from: &reader) else { return nil }
      self = .finished(end)
    }
  }
}

extension WaitTarget {
  private enum Kind: UInt8 {
    case semaphore, process, time, message, pipeRoom, ready, item, queueRoom, feeder, tasks, answer
  }

  fileprivate func write(to writer: inout MessageWriter) {
    func put(_ kind: Kind, _ number: UInt32) {
      writer.put(kind.rawValue)
      writer.put(number)
    }
    switch self {
    case .semaphore(let semaphore, let holder):
      put(.semaphore, semaphore.index)
      writer.put(holder) { $0.put($1.index) }
    case .process(let process): put(.process, process.index)
    case .time(let seconds):
      writer.put(Kind.time.rawValue)
      writer.put(seconds)
    case .message(let pipe): put(.message, pipe)
    case .pipeRoom(let pipe): put(.pipeRoom, pipe)
    case .ready(let count): put(.ready, UInt32(count))
    case .item(let queue): put(.item, queue.index)
    case .queueRoom(let queue): put(.queueRoom, queue.index)
    case .feeder(let queue): put(.feeder, queue.index)
    case .tasks(let queue): put(.tasks, queue.index)
    case .answer(let manager): put(.answer, manager.index)
    }
  }

  fileprivate init?(from reader: inout MessageReader) {
    guard let kind = Kind(rawValue: reader.number()) else { return nil }
    switch kind {
    case .semaphore:
      self = .semaphore(reader.semaphore(), holder: reader.optional { $0.process() })
    case .process: self = .process(reader.process())
    case .time: self = .time(seconds: reader.double())
    case .message: self = .message(pipe: reader.number())
    case .pipeRoom: self = .pipeRoom(pipe: reader.number())
    case .ready: self = .ready(count: reader.count())
    case .item: self = .item(reader.queue())
    case .queueRoom: self = .queueRoom(reader.queue())
    case .feeder: self = .feeder(reader.queue())
    case .tasks: self = .tasks(reader.queue())
    case .answer: self = .answer(reader.manager())
    }
  }
}
