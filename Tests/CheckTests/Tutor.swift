// The built executable, run to its end with its output in files: a pipe's reader could hold it up.

import Foundation

enum Tutor {
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// It stands beside the test bundle.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    let folder = bundle.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    let places = [folder, project + "/.build/release", project + "/.build/debug"]
    for place in places.compactMap(\.self) {
      // The bundle may be a folder with the test's executable deep inside it.
      var place = place
      if let end = place.range(of: ".xctest") {
        place =
          URL(fileURLWithPath: String(place[..<end.lowerBound]))
          .deletingLastPathComponent().path
      }
      if FileManager.default.isExecutableFile(atPath: place + "/tutor") { return place + "/tutor" }
    }
    return project + "/.build/release/tutor"
  }()

  struct Ended {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A process that writes into two files of `scratch`.
  static func start(
    _ arguments: [String], in scratch: Scratch, environment: [String: String] = [:],
    executable: String = path
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    variables["XDG_CACHE_HOME"] = scratch.path + "/cache"
    variables["XDG_DATA_HOME"] = scratch.path + "/data"
    variables["LC_ALL"] = "C.UTF-8"
    variables["COLUMNS"] = nil
    variables.merge(environment) { $1 }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try scratch.create("output")
    process.standardError = try scratch.create("errors")
    try process.run()
    return process
  }

  static func run(
    _ arguments: [String], in scratch: Scratch, environment: [String: String] = [:],
    executable: String = path
  ) throws -> Ended {
    let process = try start(
      arguments, in: scratch, environment: environment, executable: executable)
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, output: try scratch.text("output"),
      errors: try scratch.text("errors"))
  }

  /// Whether a program is on this machine.
  static func find(_ program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// A folder that goes when it goes.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "check-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func create(_ name: String) throws -> FileHandle {
    try write(name, Data())
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path + "/" + name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }
}
