// A machine's state as bytes that are equal for equal states, however they came about: objects are
// numbered in the order in which they are first met from the roots; garbage, dead locals, globals
// that no code names any more and what a process knows of itself but cannot ask are left out. What a
// state is, is decided here and nowhere else. The same walk finds what the state can still name.

import BigInt
import Language

/// What matters of a state to whoever compares it.
package struct CanonicalInterest: Hashable, Sendable {
  /// Numbers, and digits of texts, that only flow into printed lines or the length of a sleep.
  package var readsDigits = true
  /// Where digits are not read, those that flow into the length of a sleep are all the same.
  package var readsSleeps = false
  /// The globals that messages may name, sorted; nil for any of them.
  package var namesInMessages: [String]?

  package init() {}
}

/// A machine's state as bytes, and what it can still name.
package struct CanonicalForm {
  package var bytes: [UInt8]
  package var reach: Reach

  package init(bytes: [UInt8], reach: Reach) {
    self.bytes = bytes
    self.reach = reach
  }
}

extension Machine {
  /// The state of a machine that stands at an effect.
  package func canonicalBytes() -> [UInt8] { canonicalForm(CanonicalInterest()).bytes }

  package func canonicalForm(_ interest: CanonicalInterest) -> CanonicalForm {
    var writer = CanonicalWriter(machine: self, interest: interest)
    writer.writeAll()
    writer.reach.settle()
    return CanonicalForm(bytes: writer.bytes, reach: writer.reach)
  }
}

private struct CanonicalWriter {
  let machine: Machine
  let interest: CanonicalInterest
  var bytes: [UInt8] = []
  var reach = Reach()
  /// For each place of the heap its number, or -1.
  var numbers: [Int32]
  /// The places in order of their numbers.
  var order: [Int] = []
  /// The drawn floats that it holds, in the order in which they were met.
  var draws: [Int] = []
  /// Globals that code names, in the order in which it was met.
  var globals: [Int] = []
  var isNamed: [Bool]
  /// Functions whose globals are among them.
  var isMet: [Bool]
  /// Functions and classes that it holds: whoever pickles one looks its name up.
  var pickled: [String] = []
  /// Whether something asks who this process is.
  var asksForSelf = false
  /// For each semaphore for several how often this process has acquired it, and whether something asks
  /// for that: only a Condition does, of the lock that it was given.
  var counts: [Value] = []
  var asksForCounts = false

  init(machine: Machine, interest: CanonicalInterest) {
    self.machine = machine
    self.interest = interest
    numbers = [Int32](repeating: -1, count: machine.heap.objects.count)
    isNamed = [Bool](repeating: false, count: machine.globals.count)
    isMet = [Bool](repeating: false, count: machine.image.program.codes.count)
    bytes.reserveCapacity(512)
  }

  mutating func writeAll() {
    asksForSelf = machine.startsTarget
    reach.isOpen = machine.image.mentions.readsSentinels
    writeFrames()
    write(machine.handled)
    write(machine.defaultRandom)
    writeProcess()
    write(machine.pendingOutput)
    reach.prints = reach.prints || !machine.pendingOutput.isEmpty
    write(count: machine.computedNames.count)
    for name in machine.computedNames { write(name.utf8) }
    write(count: machine.replies.count)
    for reply in machine.replies { write(reply) }
    write(count: machine.hasPaused ? 1 : 0)
    write(count: machine.waitingItems.count)
    for item in machine.waitingItems {
      write(count: Int(item.ticket))
      write(item.value)
    }
    if let server = machine.server {
      reach.isOpen = true
      for referent in server.referents { write(referent) }
    }
    var nextObject = 0
    var nextGlobal = 0
    var nextPickled = 0
    var isSelfWritten = false
    pickled += interest.namesInMessages ?? []
    while true {
      if nextObject < order.count {
        write(machine.heap[order[nextObject]])
        nextObject += 1
      } else if nextGlobal < globals.count {
        write(count: globals[nextGlobal])
        write(machine.globals[globals[nextGlobal]])
        nextGlobal += 1
      } else if nextPickled < pickled.count, reach.isSentThings {
        if let slot = machine.image.globalSlot(pickled[nextPickled]) { name(slot) }
        nextPickled += 1
      } else if !isSelfWritten, asksForSelf || reach.isOpen {
        isSelfWritten = true
        writeSelf()
      } else if globals.count < machine.globals.count, namesAll {
        bytes.append(1)
        for slot in machine.globals.indices { name(slot) }
      } else {
        break
      }
    }
    write(count: machine.openFiles.count)
    for file in machine.openFiles {
      reach.usesFiles = true
      write(.object(Reference(heap: Int(file.index))))
      write(count: Int(file.depth))
    }
    if asksForCounts || reach.isOpen { write(counts) }
  }

  // MARK: Names

  /// Whether globals matter that no code names: a file closes once nothing at all refers to it, and
  /// a function that is sent finds them by name.
  private var namesAll: Bool {
    reach.isOpen || (reach.isSentThings && interest.namesInMessages == nil)
      || machine.openFiles.contains { numbers[Int($0.index)] < 0 }
  }

  private mutating func name(_ slot: Int) {
    guard !isNamed[slot] else { return }
    isNamed[slot] = true
    globals.append(slot)
  }

  private mutating func name(_ mentions: Mentions) {
    for slot in mentions.globals { name(slot) }
    for module in mentions.modules {
      if let id = ModuleID.allCases.first(where: { $0.name == module }) { meet(id) }
    }
  }

  /// Code that may be called from its start.
  private mutating func meet(code: UInt32) {
    guard !isMet[Int(code)] else { return }
    isMet[Int(code)] = true
    reach.functions.insert(machine.image.code(code).name)
    name(machine.image.mentions.all(of: code))
  }

  /// Code that goes on at an instruction.
  private mutating func meet(code: UInt32, at pc: Int) {
    reach.functions.insert(machine.image.code(code).name)
    name(machine.image.mentions.rest(of: code, from: pc))
  }

  private mutating func meet(_ module: ModuleID) {
    switch module {
    case .os, .osPath: reach.usesFiles = true
    case .sys: reach.prints = true
    case .multiprocessing, .multiprocessingConnection, .multiprocessingQueues,
      .multiprocessingManagers, .queue:
      asksForSelf = true
      asksForCounts = true
    case .main: reach.isOpen = true
    case .builtins, .threading, .time, .random, .json, .math, .itertools, .functools,
      .collections, .string, .signal, .contextlib, .copy, .operator:
      break
    }
  }

  private mutating func meet(_ builtin: BuiltinID) {
    let known = machine.image.builtinReach
    let index = builtin.index
    if known.files.contains(index) { reach.usesFiles = true }
    if known.printing.contains(index) { reach.prints = true }
    if known.relatives.contains(index) {
      asksForSelf = true
      asksForCounts = true
    }
  }

  private mutating func meet(_ type: TypeID) {
    if type.isSubtype(of: .process) { asksForSelf = true }
    if type.isSubtype(of: .condition) { asksForCounts = true }
  }

  /// A process that was started: what it runs is its own affair then, unless the program reads it.
  private func isPastTarget(_ instance: InstanceObject) -> Bool {
    guard case .int? = instance.attributes[.privateProcess] else { return false }
    return instance.attributes[.privateTarget] != nil && !machine.image.mentions.readsTargets
  }

  private mutating func writeStarted(_ instance: InstanceObject) {
    bytes.append(15)
    for entry in instance.attributes.entries {
      switch Name(rawValue: entry.name.index) {
      case .privateTarget?, .privateArgs?, .privateKwargs?: break
      default:
        write(count: Int(entry.name.index))
        write(entry.value)
      }
    }
    bytes.append(15)
  }

  /// A semaphore for several: how often this process has acquired it is nothing to the semaphore, and
  /// grows without end where one process acquires and another one releases.
  private func isForSeveral(_ instance: InstanceObject) -> Bool {
    switch instance.type {
    case .type(.semaphore), .type(.boundedSemaphore):
      instance.attributes[.privateMaximum] != .int(1)
    default: false
    }
  }

  private mutating func writeWithoutCount(_ instance: InstanceObject) {
    bytes.append(16)
    for entry in instance.attributes.entries {
      if entry.name.index == Name.privateCount.rawValue {
        counts.append(entry.value)
      } else {
        write(count: Int(entry.name.index))
        write(entry.value)
      }
    }
    bytes.append(16)
  }

  /// An instance of a builtin type, or of a class that derives from one.
  private mutating func meet(_ instance: InstanceObject) {
    var held = 0
    for entry in instance.attributes.entries {
      guard case .int(let number) = entry.value else { continue }
      switch Name(rawValue: entry.name.index) {
      case .privateSemaphore?, .privateSleeping?, .privateWoken?, .privateWait?, .privateFlag?:
        reach.semaphores.append(SemaphoreID(number))
      case .privateProcess?: reach.processes.append(ProcessID(number))
      case .privateQueue?: reach.queues.append(QueueID(number))
      case .privateShared?: reach.shared.append(SharedID(number))
      case .privateManager?: reach.usesManagers = true
      case .privateHandle?: reach.usesPipes = true
      case .privateCount?: held = number
      default: break
      }
    }
    if held > 0, !isForSeveral(instance),
      case .int(let number)? = instance.attributes[.privateSemaphore]
    {
      reach.held.append(SemaphoreID(number))
    }
    if instance.attributes[.privateIdentity] != nil { asksForSelf = true }
    if case .type(let type) = instance.type, !type.isToldByReach { reach.isOpen = true }
    if case .object = instance.type {
      let base = machine.builtinBase(of: instance.type)
      if !base.isToldByReach { reach.isOpen = true }
    }
  }

  // MARK: Frames

  private mutating func writeFrames() {
    write(count: machine.frames.count)
    for (index, frame) in machine.frames.enumerated() {
      let isTop = index == machine.frames.count - 1
      let pc = isTop ? machine.pc : Int(frame.pc)
      let end = isTop ? machine.top : Int(machine.frames[index + 1].returnTop)
      let code = machine.image.code(frame.code)
      write(count: Int(frame.code))
      write(count: pc)
      meet(code: frame.code, at: pc)
      bytes.append(frame.kind.rawValue)
      let base = Int(frame.base)
      for slot in 0..<code.slotCount {
        let value = code.isLive(slot, at: pc) ? machine.stack.values[base + slot] : .missing
        if isOnlyShown(slot, frame.code) { write(shown: value) } else { write(value) }
      }
      let operands = base + code.slotCount
      write(count: max(end - operands, 0))
      for place in operands..<max(end, operands) { write(machine.stack.values[place]) }
      write(frame.owner)
      write(frame.handledBefore)
    }
  }

  /// Whether observers who do not read digits can do without those of the value.
  private func isOnlyShown(_ slot: Int, _ code: UInt32) -> Bool {
    guard !interest.readsDigits else { return false }
    let image = machine.image
    return (interest.readsSleeps ? image.printedSlots : image.shownSlots).contains(slot, of: code)
  }

  /// A value without its digits; a number below 0 has a sign, which is none.
  private mutating func write(shown value: Value) {
    if case .int(let number) = value, number >= 0 {
      bytes.append(14)
    } else if let text = machine.text(value) {
      bytes.append(15)
      write(ChangingDigits.removed(from: text.utf8))
    } else {
      write(value)
    }
  }

  /// What the process knows of itself and its parent.
  private mutating func writeSelf() {
    let process = machine.process
    bytes.append(2)
    write(process.current)
    write(count: process.identity.count)
    for number in process.identity { write(count: number) }
    write(Array(process.name.utf8))
    write(Array(process.parentName.utf8))
  }

  private mutating func writeProcess() {
    let process = machine.process
    switch machine.ending {
    case .running: bytes.append(machine.startsTarget ? 1 : 0)
    case .leaving(let exception):
      bytes.append(2)
      write(exception)
    case .ended(let status):
      bytes.append(3)
      write(count: Int(status.code))
    }
    bytes.append(process.isDaemon ? 1 : 0)
    bytes.append((process.runsTarget ? 1 : 0) | (process.hasFed ? 2 : 0))
    write(count: process.childCount)
    write(count: process.children.count)
    for child in process.children { write(child) }
    reach.usesManagers = reach.usesManagers || !process.managers.isEmpty
    reach.queues += process.fedQueues
    write(count: process.managers.count)
    for manager in process.managers { write(count: Int(manager.id.index)) }
    write(count: process.fedQueues.count)
    for queue in process.fedQueues { write(count: Int(queue.index)) }
  }

  // MARK: A manager's server

  private mutating func write(_ referent: Referent) {
    switch referent {
    case .object(let object):
      bytes.append(0)
      write(object)
    case .semaphore(let semaphore):
      bytes.append(1)
      write(semaphore)
    case .condition(let condition):
      bytes.append(2)
      write(condition.lock)
      write(count: condition.sleepers.count)
      for sleeper in condition.sleepers {
        write(count: sleeper.ticket)
        write(count: sleeper.depth)
        bytes.append(sleeper.isWoken ? 1 : 0)
      }
    case .event(let isSet): bytes.append(isSet ? 4 : 3)
    case .barrier(let barrier):
      bytes.append(barrier.isBroken ? 6 : 5)
      write(count: barrier.parties)
      write(barrier.action)
      write(count: barrier.guests.count)
      for guest in barrier.guests {
        write(count: guest.ticket)
        write(count: guest.place)
        bytes.append(guest.state.rawValue)
      }
    case .queue(let queue):
      bytes.append(7)
      write(count: queue.maximum)
      write(count: queue.unfinished)
      write(queue.items)
    }
  }

  private mutating func write(_ semaphore: ManagedSemaphore) {
    switch semaphore.kind {
    case .lock: bytes.append(0)
    case .rlock: bytes.append(1)
    case .semaphore: bytes.append(2)
    case .bounded(let bound): write(count: bound)
    }
    write(count: semaphore.value)
    write(count: semaphore.owner.map { Int($0.index) } ?? -1)
    write(count: semaphore.depth)
  }

  // MARK: Plain parts

  private mutating func write(count: Int) {
    withUnsafeBytes(of: count) { bytes.append(contentsOf: $0) }
  }

  private mutating func write(_ data: [UInt8]) {
    write(count: data.count)
    bytes.append(contentsOf: data)
  }

  private mutating func write(tag: UInt8, _ payload: UInt64) {
    bytes.append(tag)
    withUnsafeBytes(of: payload) { bytes.append(contentsOf: $0) }
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .missing: bytes.append(0)
    case .none: bytes.append(1)
    case .notImplemented: bytes.append(2)
    case .ellipsis: bytes.append(3)
    case .bool(let bool): bytes.append(bool ? 5 : 4)
    case .int(let int): write(tag: 6, UInt64(bitPattern: Int64(int)))
    case .float(let float): write(tag: 7, float.bitPattern)
    case .builtin(let id):
      write(tag: 8, UInt64(id.index))
      meet(id)
    case .type(let id):
      write(tag: 9, UInt64(id.rawValue))
      meet(id)
    case .module(let id):
      write(tag: 10, UInt64(id.rawValue))
      meet(id)
    case .opaque(.chance, let id) where id != 0: write(machine.draws[Int(id) - 1])
    case .opaque(let kind, let id): write(tag: 11, UInt64(kind.rawValue) << 32 | UInt64(id))
    case .object(let reference):
      guard !reference.isConstant else {
        write(tag: 12, UInt64(reference.bits))
        if case .file = machine.image.constantObjects[reference.index] { reach.prints = true }
        return
      }
      if numbers[reference.index] < 0 {
        numbers[reference.index] = Int32(order.count)
        order.append(reference.index)
      }
      write(tag: 13, UInt64(numbers[reference.index]))
    }
  }

  private mutating func write(_ draw: Draw) {
    let number = draws.firstIndex(of: draw.origin) ?? draws.count
    if number == draws.count { draws.append(draw.origin) }
    write(tag: machine.draws[draw.origin].isSpent ? 15 : 14, UInt64(number))
    write(tag: draw.range.includesLow ? 1 : 0, draw.range.low.bitPattern)
    write(tag: draw.range.includesHigh ? 1 : 0, draw.range.high.bitPattern)
  }

  private mutating func write(_ values: [Value]) {
    write(count: values.count)
    for value in values { write(value) }
  }

  private mutating func write(_ attributes: AttributeTable) {
    write(count: attributes.entries.count)
    for entry in attributes.entries {
      write(count: Int(entry.name.index))
      write(entry.value)
    }
  }

  private mutating func write(_ reply: Reply) {
    switch reply {
    case .done: bytes.append(0)
    case .bool(let bool): bytes.append(bool ? 2 : 1)
    case .int(let int): write(tag: 3, UInt64(bitPattern: Int64(int)))
    case .float(let float): write(tag: 4, float.bitPattern)
    case .bytes(let data):
      bytes.append(5)
      write(data)
    case .anyFraction: bytes.append(21)
    case .texts(let texts):
      bytes.append(6)
      write(count: texts.count)
      for text in texts { write(Array(text.utf8)) }
    case .opaque(let kind, let id): write(tag: 7, UInt64(kind.rawValue) << 32 | UInt64(id))
    case .forked(let id): write(tag: 8, UInt64(id.index))
    case .child(let id): write(tag: 9, UInt64(id.index))
    case .exitCode(let code):
      write(tag: 10, code.map { UInt64(UInt32(bitPattern: $0)) } ?? .max)
    case .semaphore(let id): write(tag: 11, UInt64(id.index))
    case .file(let id): write(tag: 12, UInt64(id.index))
    case .ends(let first, let second):
      write(tag: 15, UInt64(first.index) << 32 | UInt64(second.index))
    case .indices(let indices):
      bytes.append(16)
      write(count: indices.count)
      for index in indices { write(count: index) }
    case .queue(let id): write(tag: 17, UInt64(id.index))
    case .shared(let id): write(tag: 18, UInt64(id.index))
    case .words(let words):
      bytes.append(19)
      write(count: words.count)
      for word in words { write(word) }
    case .manager(let id): write(tag: 20, UInt64(id.index))
    case .failed(let failure): write(failure)
    case .interrupted: bytes.append(14)
    }
  }

  private mutating func write(_ failure: Failure) {
    bytes.append(13)
    switch failure {
    case .system(let errno, let path):
      write(count: Int(errno))
      write(Array((path ?? "").utf8))
    case .outsideFolder(let path):
      write(count: -1)
      write(Array(path.utf8))
    case .overReleased: write(count: -2)
    case .endOfFile: write(count: -3)
    }
  }

  private mutating func write(_ word: SharedWord) {
    switch word {
    case .bits(let bits): write(tag: 0, bits)
    case .opaque(let kind, let id): write(tag: 1, UInt64(kind.rawValue) << 32 | UInt64(id))
    }
  }

  // MARK: Objects

  private mutating func write(_ object: HeapObject) {
    switch object {
    case .free: bytes.append(0)
    case .string(let text):
      bytes.append(1)
      write(text.utf8)
    case .bytes(let data):
      bytes.append(2)
      write(data)
    case .bigInteger(let big):
      bytes.append(3)
      write(Array(big.description.utf8))
    case .list(let items):
      bytes.append(4)
      write(items)
    case .tuple(let items):
      bytes.append(5)
      write(items)
    case .dict(let table):
      bytes.append(6)
      write(count: table.count)
      for entry in table.entries where entry.key != .missing {
        write(entry.key)
        write(entry.value)
      }
    case .set(let table):
      bytes.append(7)
      write(table.items)
    case .frozenSet(let table):
      bytes.append(8)
      write(table.items)
    case .cell(let value):
      bytes.append(9)
      write(value)
    case .function(let function):
      bytes.append(10)
      write(count: Int(function.code))
      meet(code: function.code)
      pickled.append(String(machine.qualifiedName(of: function).prefix { $0 != "." }))
      write(function.defaults)
      write(function.keywordDefaults)
      write(function.closure)
      write(function.attributes)
    case .method(let receiver, let function):
      bytes.append(11)
      write(receiver)
      write(function)
    case .userClass(let userClass):
      bytes.append(12)
      write(userClass.qualifiedName.utf8)
      pickled.append(String(userClass.qualifiedName.string.prefix { $0 != "." }))
      write(userClass.resolutionOrder)
      write(userClass.bases)
      write(userClass.attributes)
    case .instance(let instance):
      bytes.append(13)
      meet(instance)
      write(instance.type)
      if isPastTarget(instance) {
        writeStarted(instance)
      } else if isForSeveral(instance) {
        writeWithoutCount(instance)
      } else {
        write(instance.attributes)
      }
    case .exception(let exception):
      bytes.append(14)
      write(exception)
    case .generator(let generator):
      bytes.append(15)
      bytes.append(generator.state.rawValue)
      write(count: Int(generator.code))
      write(count: Int(generator.pc))
      meet(code: generator.code, at: Int(generator.pc))
      write(generator.stack)
    case .iterator(let iterator):
      bytes.append(16)
      write(iterator)
    case .range(let range):
      bytes.append(17)
      write(count: range.start)
      write(count: range.stop)
      write(count: range.step)
    case .slice(let start, let stop, let step):
      bytes.append(18)
      write([start, stop, step])
    case .dictView(let kind, let dict):
      bytes.append(19)
      bytes.append(kind.rawValue)
      write(dict)
    case .property(let get, let set, let delete):
      bytes.append(20)
      write([get, set, delete])
    case .staticMethod(let function):
      bytes.append(21)
      write(function)
    case .classMethod(let function):
      bytes.append(22)
      write(function)
    case .superObject(let start, let receiver):
      bytes.append(23)
      write([start, receiver])
    case .file(let file):
      reach.usesFiles = true
      bytes.append(24)
      write(file)
    }
  }

  private mutating func write(_ exception: ExceptionObject) {
    write(exception.type)
    write(exception.arguments)
    write(exception.cause)
    write(exception.context)
    bytes.append(exception.suppressesContext ? 1 : 0)
    write(count: exception.traceback.count)
    for entry in exception.traceback {
      write(count: Int(entry.code))
      write(count: Int(entry.pc))
    }
    write(exception.attributes)
  }

  private mutating func write(_ iterator: IteratorObject) {
    bytes.append(iterator.kind.rawValue)
    write(iterator.source)
    write(iterator.sources)
    write(count: iterator.position)
    write(count: iterator.limit)
    write(count: iterator.step)
  }

  private mutating func write(_ file: FileObject) {
    write(count: file.id.map { Int($0.index) } ?? -1)
    write(file.name.utf8)
    write(file.mode.utf8)
    bytes.append((file.isBinary ? 1 : 0) | (file.reads ? 2 : 0) | (file.writes ? 4 : 0))
    bytes.append(file.buffering.rawValue << 1 | (file.translatesNewlines ? 1 : 0))
    write(file.pending)
    write(file.ahead)
  }
}

private enum ChangingDigits {
  /// The text with one 0 for each run of digits.
  static func removed(from text: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    for (place, byte) in text.enumerated() {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if !isDigit {
        rest.append(byte)
      } else if place == 0 || !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place - 1]) {
        rest.append(UInt8(ascii: "0"))
      }
    }
    return rest
  }
}
