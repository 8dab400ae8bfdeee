import Machine
import Model
import Testing

@Suite struct FileTests {
  /// The replies that a single process gets, one after the other.
  private func replies(
    to effects: [@Sendable ([Reply]) -> Effect], folder: [String: [UInt8]]
  ) throws -> [String] {
    let main = ScriptedProcess { replies in
      if replies.count < effects.count { return effects[replies.count](replies) }
      if replies.count < 2 * effects.count {
        return .print("\(replies[replies.count - effects.count])")
      }
      return .end
    }
    let set = explored(main, folder: folder)
    #expect(set.verdict == .exact)
    return try Exploration.replay(
      #require(set.outcomes.first).schedule, main: main, folder: folder
    ).get().compactMap {
      if case .print(let bytes) = $0.operation {
        String(decoding: bytes.dropLast(), as: UTF8.self)
      } else {
        nil
      }
    }
  }

  @Test func appendingReadingAndSeeking() throws {
    let found = try replies(
      to: [
        { _ in .open(path: "a", .appending) },
        { _ in .writeFile(FileID(0), Array("cd".utf8)) },
        { _ in .open(path: "./a", .reading) },
        { _ in .read(FileID(1), limit: 1) },
        { _ in .read(FileID(1), limit: nil) },
        { _ in .read(FileID(1), limit: nil) },
        { _ in .seek(FileID(1), offset: -1, origin: 2) },
        { _ in .read(FileID(1), limit: nil) },
        { _ in .close(FileID(0)) },
        { _ in .open(path: "missing", .reading) },
      ],
      folder: ["a": Array("ab".utf8)])
    #expect(
      found == [
        "\(Reply.file(FileID(0)))", "done", "\(Reply.file(FileID(1)))", "bytes([97])",
        "bytes([98, 99, 100])", "bytes([])", "int(3)", "bytes([100])", "done",
        "\(Reply.failed(.system(errno: 2, path: "missing")))",
      ])
  }

  @Test func namesAndFolders() throws {
    let found = try replies(
      to: [
        { _ in .listFolder(path: ".") },
        { _ in .rename(from: "b", to: "sub/c") },
        { _ in .listFolder(path: "sub") },
        { _ in .fileKind(path: "sub") },
        { _ in .fileKind(path: "b") },
        { _ in .fileSize(path: "sub/c") },
        { _ in .remove(path: "sub/c") },
        { _ in .open(path: "../x", .writing) },
        { _ in .open(path: "sub", .reading) },
        { _ in .open(path: "none/x", .writing) },
      ],
      folder: ["b": [1, 2], "sub/a": []])
    #expect(
      found == [
        "texts([\"b\", \"sub\"])", "done", "texts([\"a\", \"c\"])", "int(2)", "int(0)", "int(2)",
        "done", "\(Reply.failed(.outsideFolder(path: "../x")))",
        "\(Reply.failed(.system(errno: 21, path: "sub")))",
        "\(Reply.failed(.system(errno: 2, path: "none/x")))",
      ])
  }

  /// Who has a file open goes on with it when its name is given to another.
  @Test func openFilesKeepTheirContent() throws {
    let found = try replies(
      to: [
        { _ in .open(path: "a", .reading) },
        { _ in .rename(from: "b", to: "a") },
        { _ in .read(FileID(0), limit: nil) },
        { _ in .open(path: "a", .reading) },
        { _ in .read(FileID(1), limit: nil) },
      ],
      folder: ["a": [1], "b": [2]])
    #expect(found[2] == "bytes([1])" && found[4] == "bytes([2])")
  }

  /// A file that is open across a fork has one position for both.
  @Test func forkSharesPositions() {
    let main = ScriptedProcess.family(
      children: 2, setUp: [.open(path: "a", .reading)]
    ) { _, before, replies in
      guard case .file(let file) = before[0] else { return .end }
      switch replies.count {
      case 0: return .read(file, limit: 1)
      case 1: return .print("\(replies[0])")
      default: return .end
      }
    }
    let set = explored(main, folder: ["a": [1, 2, 3]])
    #expect(set.outcomes.map(\.value) == ["'bytes([1])', 'bytes([2])'"])
  }
}
