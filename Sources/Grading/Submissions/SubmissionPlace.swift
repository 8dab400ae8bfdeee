// The command line's paths → where each learner's submission is. Flows in: paths. Flows out: one place
// a learner, in an order that depends on names alone. Symbolic links are told apart and never followed
// below the paths that were given; no file is opened here.

import Course
import Glibc

/// Where one learner's submission is.
package struct SubmissionPlace: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    /// A folder with answers and programs.
    case folder
    /// A single program.
    case program
    /// Nothing that can be read.
    case nothing
    case symbolicLink
    /// The name is not a text in UTF-8.
    case strangeName
  }

  /// Whose it is: the folder's or file's name, made harmless; the whole path where two are alike.
  package var learner: String
  package var path: String
  package var kind: Kind

  package init(learner: String, path: String, kind: Kind) {
    self.learner = learner
    self.path = path
    self.kind = kind
  }
}

extension SubmissionPlace {
  /// The places that paths lead to. A folder is one submission if it holds answers, a program or a
  /// lesson's folder; else it is a folder of submissions. The same place counts once.
  ///
  /// - Parameters:
  ///   - lessonNames: the names that a lesson's folder may have.
  ///   - programsAreLearners: whether each program of a folder is a submission of its own.
  package static func find(
    _ paths: [String], lessonNames: Set<String>, programsAreLearners: Bool
  ) -> [SubmissionPlace] {
    var seen: Set<FileIdentity> = []
    var places: [SubmissionPlace] = []
    for path in paths.flatMap({ find($0, lessonNames, programsAreLearners) }) {
      if let identity = FileIdentity(path.path), !seen.insert(identity).inserted { continue }
      places.append(path)
    }
    return withDistinctNames(places)
  }

  private static func find(
    _ path: String, _ lessonNames: Set<String>, _ programsAreLearners: Bool
  ) -> [SubmissionPlace] {
    let path = withoutSlashAtEnd(path)
    // What was named on the command line may be a link: whoever typed it meant where it leads.
    switch FileKind.of(path, followingLinks: true) {
    case .plain: return [SubmissionPlace(learner: stem(of: path), path: path, kind: .program)]
    case .folder: break
    case .link, .other, nil:
      return [SubmissionPlace(learner: stem(of: path), path: path, kind: .nothing)]
    }
    let names = FolderNames.of(path)
    let programs = names.filter { $0.hasSuffix(".py") }
    if programsAreLearners, !programs.isEmpty {
      return programs.map { place($0, in: path) }
    }
    let isOne =
      !programs.isEmpty
      || names.contains { $0 == AnswersFile.name || lessonNames.contains($0) }
    let folders = names.filter { FileKind.of(path + "/" + $0) != .plain }
    if isOne || folders.isEmpty {
      return [SubmissionPlace(learner: stem(of: path), path: path, kind: .folder)]
    }
    return folders.map { place($0, in: path) }
  }

  private static func place(_ name: String, in folder: String) -> SubmissionPlace {
    let path = folder + "/" + name
    let kind: Kind
    switch FileKind.of(path) {
    case .plain: kind = .program
    case .folder: kind = .folder
    case .link: kind = .symbolicLink
    case .other: kind = .nothing
    case nil: kind = .strangeName
    }
    return SubmissionPlace(learner: stem(of: path), path: path, kind: kind)
  }

  private static func withoutSlashAtEnd(_ path: String) -> String {
    var path = path.isEmpty ? "." : path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func stem(of path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name == "." || name == "..", let real = realpath(path, nil) {
      name = String(cString: real).split(separator: "/").last.map(String.init) ?? "/"
      free(real)
    }
    if name.hasSuffix(".py"), name.count > 3 { name.removeLast(3) }
    return PlainText.line(name, longest: 100)
  }

  private static func withDistinctNames(_ places: [SubmissionPlace]) -> [SubmissionPlace] {
    let counts = Dictionary(places.map { ($0.learner, 1) }, uniquingKeysWith: +)
    return places.map { place in
      guard counts[place.learner] ?? 1 > 1 else { return place }
      var place = place
      place.learner = PlainText.line(place.path, longest: 200)
      return place
    }
  }
}

/// What stands at a path.
enum FileKind {
  case plain, folder, link, other

  /// nil where there is nothing.
  static func of(_ path: String, followingLinks: Bool = false) -> FileKind? {
    var about = stat()
    guard (followingLinks ? stat(path, &about) : lstat(path, &about)) == 0 else { return nil }
    switch about.st_mode & S_IFMT {
    case S_IFREG: return .plain
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}

/// A file whatever its name.
private struct FileIdentity: Hashable {
  let device: dev_t
  let number: ino_t

  init?(_ path: String) {
    var about = stat()
    guard lstat(path, &about) == 0 else { return nil }
    device = about.st_dev
    number = about.st_ino
  }
}

/// The names in a folder.
enum FolderNames {
  /// More than any folder of submissions has.
  private static let most = 100_000

  /// Sorted by their bytes; hidden ones and what archives leave behind are passed over.
  static func of(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < most, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), name != "__MACOSX", name != "__pycache__" { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
