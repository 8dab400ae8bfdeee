import Glibc
import Live
import Machine
import Testing

struct FolderTests {
  private let scratch: ScratchFolder
  private let folder: Folder

  init() throws {
    scratch = try ScratchFolder()
    scratch.write("1", to: "ticket.json")
    mkdir("\(scratch.path)/inner", 0o755)
    scratch.write("deep", to: "inner/note.txt")
    symlink("/etc", "\(scratch.path)/away")
    symlink("../..", "\(scratch.path)/inner/up")
    symlink("ticket.json", "\(scratch.path)/near")
    folder = try #require(Folder(path: scratch.path))
  }

  private var reading: OpenMode {
    var mode = OpenMode()
    mode.reads = true
    return mode
  }

  private var writing: OpenMode {
    var mode = OpenMode()
    mode.writes = true
    mode.truncates = true
    return mode
  }

  private func failure(_ path: String, _ mode: OpenMode) -> Failure? {
    do {
      close(try folder.open(path, mode))
      return nil
    } catch {
      return error.failure(path: path)
    }
  }

  @Test(arguments: [
    "ticket.json", "./ticket.json", "inner/note.txt", "inner/../ticket.json", "near",
    "inner//note.txt",
  ])
  func opensWhatIsInside(_ path: String) { #expect(failure(path, reading) == nil) }

  @Test func opensAnAbsolutePathThatLeadsInside() {
    #expect(failure("\(scratch.path)/ticket.json", reading) == nil)
  }

  @Test(arguments: [
    "../x", "..", "/etc/passwd", "away/passwd", "inner/up/etc/passwd", "inner/../../x", "/",
  ])
  func refusesWhatIsOutside(_ path: String) {
    #expect(failure(path, reading) == .outsideFolder(path: path))
    #expect(failure(path, writing) == .outsideFolder(path: path))
  }

  @Test func givesTheSystemsReasonsOtherwise() {
    #expect(failure("nothing", reading) == .system(errno: ENOENT, path: "nothing"))
    #expect(failure("inner", reading) == .system(errno: EISDIR, path: "inner"))
    #expect(failure("ticket.json/x", reading) == .system(errno: ENOTDIR, path: "ticket.json/x"))
    #expect(failure("", reading) == .system(errno: ENOENT, path: ""))
    var exclusive = OpenMode()
    exclusive.writes = true
    exclusive.exclusive = true
    #expect(
      failure("ticket.json", exclusive) == .system(errno: EEXIST, path: "ticket.json"))
  }

  @Test func updatesWithoutCreating() {
    var updating = OpenMode()
    updating.reads = true
    updating.writes = true
    #expect(failure("nothing", updating) == .system(errno: ENOENT, path: "nothing"))
    #expect(failure("ticket.json", updating) == nil)
  }

  @Test func removesAndRenamesInsideOnly() throws {
    try folder.rename("ticket.json", to: "inner/moved.json")
    #expect(try folder.list("inner") == ["moved.json", "note.txt", "up"])
    try folder.remove("inner/moved.json")
    #expect(try folder.information("inner/moved.json") == nil)
    #expect(throws: Folder.Refusal(errno: EXDEV)) { try folder.remove("../x") }
    #expect(throws: Folder.Refusal(errno: EXDEV)) { try folder.remove("away/passwd") }
    #expect(throws: Folder.Refusal(errno: EXDEV)) {
      try folder.rename("inner/note.txt", to: "away/x")
    }
    #expect(throws: Folder.Refusal(errno: EISDIR)) { try folder.remove("inner") }
  }
}
