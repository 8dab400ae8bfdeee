// Batches go from the thread that computes successors to the one that stores them: another one, or the
// same. They are stored in the order in which they were filled, so states get the same places, and a
// search finds the same, with and without the second thread.

import Glibc

/// Where successors are put, to be stored.
///
/// Rule: between `submit` and `drain` nobody but the feed touches what is in `intake`. Only states that
/// were stored before may be read, through `StateStore.Reader`.
struct BatchFeed: ~Copyable {
  private let usesThread: Bool
  private let ring: Ring
  /// Which of the ring's batches is being filled.
  private var current = 0
  private var thread: pthread_t?
  /// How many batches the thread was given since it had stored all.
  private var handed = 0

  /// - Parameters:
  ///   - usesThread: whether a second thread may store.
  ///   - keepsSteps: see `Intake`.
  init(usesThread: Bool, keepsSteps: Bool) {
    self.usesThread = usesThread
    ring = Ring(keepsSteps: keepsSteps)
  }

  deinit {
    if let thread {
      ring.isStopped.pointee = true
      sem_post(ring.full)
      pthread_join(thread, nil)
    }
    ring.free()
  }

  /// What came of all that was submitted, once `drain` has returned.
  var intake: UnsafeMutablePointer<Intake> { ring.intake }

  /// The batch to be filled.
  var batch: UnsafeMutablePointer<Batch> {
    @inline(__always) get { ring.batches + current }
  }

  /// Has the batch stored at some time before `drain` returns. The next batch is empty.
  mutating func submit() {
    guard usesThread, startThread() else { return ring.store(current) }
    handed += 1
    sem_post(ring.full)
    current = (current + 1) % Ring.size
    Ring.wait(ring.empty)
  }

  /// Returns when the batch and all before it are stored.
  mutating func drain() {
    // What little there is the other thread need not be woken for.
    if handed == 0 { return ring.store(current) }
    submit()
    for _ in 1..<Ring.size { Ring.wait(ring.empty) }
    for _ in 1..<Ring.size { sem_post(ring.empty) }
    handed = 0
  }

  /// - Returns: whether there is a second thread; without one the search goes on as well.
  private mutating func startThread() -> Bool {
    if thread != nil { return true }
    let argument = UnsafeMutablePointer<Ring>.allocate(capacity: 1)
    argument.initialize(to: ring)
    var started = pthread_t()
    guard pthread_create(&started, nil, { storeAll($0) }, argument) == 0 else {
      argument.deallocate()
      return false
    }
    thread = started
    return true
  }
}

/// What the second thread does, with the ring as its argument.
private func storeAll(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let given = argument?.assumingMemoryBound(to: Ring.self) else { return nil }
  let ring = given.pointee
  given.deallocate()
  var current = 0
  while true {
    Ring.wait(ring.full)
    if ring.isStopped.pointee { return nil }
    ring.store(current)
    current = (current + 1) % Ring.size
    sem_post(ring.empty)
  }
}

/// Some batches that go round between two threads: each is in the hands of one of them, and what was
/// written to it before a semaphore was raised is seen by whoever waited for that.
private struct Ring: BitwiseCopyable {
  static let size = 4

  let intake = UnsafeMutablePointer<Intake>.allocate(capacity: 1)
  let batches = UnsafeMutablePointer<Batch>.allocate(capacity: size)
  /// How many batches nobody has.
  let empty = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  /// How many are to be stored.
  let full = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  let isStopped = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

  init(keepsSteps: Bool) {
    intake.initialize(to: Intake(keepsSteps: keepsSteps))
    for index in 0..<Ring.size { (batches + index).initialize(to: Batch()) }
    // One is being filled.
    sem_init(empty, 0, UInt32(Ring.size - 1))
    sem_init(full, 0, 0)
    isStopped.initialize(to: false)
  }

  func free() {
    intake.deinitialize(count: 1)
    intake.deallocate()
    batches.deinitialize(count: Ring.size)
    batches.deallocate()
    sem_destroy(empty)
    empty.deallocate()
    sem_destroy(full)
    full.deallocate()
    isStopped.deallocate()
  }

  func store(_ index: Int) {
    intake.pointee.add(batches[index])
    batches[index].removeAll()
  }

  static func wait(_ semaphore: UnsafeMutablePointer<sem_t>) {
    // It comes back early only where a signal was handled.
    while sem_wait(semaphore) != 0 {}
  }
}
