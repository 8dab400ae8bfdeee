// Runs the built tutor as a learner would, and finds what it leaves behind.

import CPlatform
import Foundation
import Glibc
import Live

/// A folder that is removed with everything in it.
final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/tutor-live-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Folder.Refusal(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) {
    let opened = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(opened) }
    let bytes = Array(text.utf8)
    let written = Glibc.write(opened, bytes, bytes.count)
    precondition(written == bytes.count)
  }
}

/// A tutor that was started in a process of its own.
final class Tutor {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The executable that was built beside this test bundle.
  static let executable: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/tutor"
  }()

  let process: pid_t
  /// In the environment of all its processes, and of no others.
  private let mark: String
  private let output: Int32
  private let errors: Int32

  init(_ arguments: [String], in folder: String) {
    mark = "TUTOR_TEST=\(folder)"
    var outputEnds: [Int32] = [-1, -1]
    var errorEnds: [Int32] = [-1, -1]
    precondition(platform_pipe(&outputEnds) == 0)
    precondition(platform_pipe(&errorEnds) == 0)
    (output, errors) = (outputEnds[0], errorEnds[0])

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, outputEnds[1], 1)
    posix_spawn_file_actions_adddup2(&actions, errorEnds[1], 2)
    var words: [UnsafeMutablePointer<CChar>?] =
      (["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, Tutor.executable] + arguments).map {
        strdup($0)
      } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = [
      strdup(mark), strdup("PATH=/usr/bin:/bin"), strdup("LANG=C.UTF-8"), nil,
    ]
    var started: pid_t = 0
    let failure = posix_spawn(&started, "/bin/sh", &actions, nil, &words, &settings)
    precondition(failure == 0, "cannot start \(Tutor.executable)")
    process = started
    for text in words + settings { free(text) }
    posix_spawn_file_actions_destroy(&actions)
    close(outputEnds[1])
    close(errorEnds[1])
  }

  /// Reads until the first line has come.
  func waitForOutput() -> String {
    var text = ""
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1 {
      if byte == 0x0A { return text }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return text
  }

  /// Takes nothing more of what it prints.
  func closeOutput() { close(output) }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits for its end. A status above 128 is a signal's.
  func finish() -> Result {
    let text = Tutor.readAll(output)
    let complaints = Tutor.readAll(errors)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return Result(status: code, output: text, errors: complaints)
  }

  private static func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    close(descriptor)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The numbers of its processes that still live, itself included.
  var living: [Int32] {
    var found: [Int32] = []
    guard let directory = opendir("/proc") else { return [] }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let number = Int32(name) else { continue }
      let file = open("/proc/\(name)/environ", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      // A zombie's environment is empty.
      if Tutor.readAll(file).split(separator: "\0").contains(Substring(mark)) {
        found.append(number)
      }
    }
    return found
  }

  /// Whether nothing of it lives any more; it has a second to die.
  var isGone: Bool {
    for _ in 0..<100 {
      if living.isEmpty { return true }
      usleep(10_000)
    }
    return false
  }

  /// Waits until so many of its processes live.
  func waitForProcesses(_ count: Int) -> Bool {
    for _ in 0..<500 {
      if living.count >= count { return true }
      usleep(10_000)
    }
    return false
  }
}

extension ScratchFolder {
  /// Runs a program to its end.
  func run(_ text: String, _ arguments: [String] = []) -> Tutor.Result {
    write(text, to: "program.py")
    return Tutor(["run", "program.py"] + arguments, in: path).finish()
  }

  /// Starts a program.
  func start(_ text: String) -> Tutor {
    write(text, to: "program.py")
    return Tutor(["run", "program.py"], in: path)
  }
}
