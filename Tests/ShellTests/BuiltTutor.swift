// The built executable, through a pipe and in a terminal of tmux's.

import Foundation
import Testing

enum BuiltTutor {
  /// The project's folder.
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let lessons = project + "/lessons"

  /// It stands beside the test bundle.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    let folder = bundle.map { text in
      String(text.prefix(upTo: text.range(of: ".xctest")!.lowerBound))
        .split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    for place in [folder, project + "/.build/debug"] {
      if let place, FileManager.default.isExecutableFile(atPath: place + "/tutor") {
        return place + "/tutor"
      }
    }
    return project + "/.build/debug/tutor"
  }()

  struct Ended {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A process that is fed `input` and given this data folder; it is not waited for.
  static func start(
    _ arguments: [String] = [], input: String? = nil, data: String,
    environment: [String: String] = [:]
  ) throws -> (process: Process, input: Pipe, output: Pipe, errors: Pipe) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    variables["XDG_DATA_HOME"] = data
    variables["LC_ALL"] = "C.UTF-8"
    variables["TUTOR_LESSONS"] = lessons
    variables.merge(environment) { $1 }
    process.environment = variables
    let pipes = (Pipe(), Pipe(), Pipe())
    process.standardInput = pipes.0
    process.standardOutput = pipes.1
    process.standardError = pipes.2
    try process.run()
    if let input {
      try pipes.0.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipes.0.fileHandleForWriting.close()
    }
    return (process, pipes.0, pipes.1, pipes.2)
  }

  /// Runs it to its end.
  static func run(
    _ arguments: [String] = [], input: String = "", data: String,
    environment: [String: String] = [:]
  ) throws -> Ended {
    let run = try start(arguments, input: input, data: data, environment: environment)
    let output = run.output.fileHandleForReading.readDataToEndOfFile()
    let errors = run.errors.fileHandleForReading.readDataToEndOfFile()
    run.process.waitUntilExit()
    return Ended(
      status: run.process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }
}

/// A terminal of tmux's that tests type into.
final class TestTerminal {
  private let socket = "tutor-test-" + UUID().uuidString.prefix(8)

  static let isThere = tmux(["-V"]) != nil

  init(columns: Int, rows: Int, command: String) throws {
    Self.tmux([
      "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      command,
    ])
  }

  deinit { Self.tmux(["-L", socket, "kill-server"]) }

  /// Sends keys by tmux's names; text goes as it is.
  func type(_ keys: String...) {
    Self.tmux(["-L", socket, "send-keys"] + keys)
  }

  func resize(columns: Int, rows: Int) {
    Self.tmux([
      "-L", socket, "resize-window", "-x", "\(columns)", "-y", "\(rows)",
    ])
  }

  var screen: String { Self.tmux(["-L", socket, "capture-pane", "-p"], reading: true) ?? "" }

  /// The rows that are not empty.
  var rows: [String] {
    screen.split(separator: "\n").map { String($0).trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// Waits until the last row that is not empty is this one.
  func waitForLastRow(_ expected: String) -> Bool {
    wait { $0.last == expected }
  }

  /// Waits until the rows that are not empty satisfy the condition.
  func wait(until condition: ([String]) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(20)
    while Date() < end {
      if condition(rows) { return true }
      usleep(30_000)
    }
    return false
  }

  /// Foundation's Process waits for all that hold its socket, and tmux's server would be one.
  @discardableResult
  private static func tmux(_ arguments: [String], reading: Bool = false) -> String? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    if reading { posix_spawn_file_actions_adddup2(&actions, ends[1], 1) }
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    // The test's threads block signals, and a blocked Ctrl-C would be inherited.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = ["tmux", "-u"] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, "tmux", &actions, &attributes, &pointers, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while reading {
      let count = read(ends[0], &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
