// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of ours is built with.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// A library target whose sources stand in `Sources/<name>`.
func room(_ name: String, needs dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one room, in `Tests/<name>Tests`.
func tests(of name: String, needs dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name)] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "tutor",
  products: [.executable(name: "tutor", targets: ["tutor"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // From text to code.
    room("Diagnostics"),
    room("Language", needs: ["Diagnostics", .product(name: "BigInt", package: "BigInt")]),

    // One process as a value.
    room("Machine", needs: ["Language", .product(name: "BigInt", package: "BigInt")]),
    room("Observation", needs: ["Machine"]),

    // Every schedule of a simulated kernel.
    room("Explorer"),
    room("Model", needs: ["Machine", "Observation", "Explorer"]),

    // The real kernel.
    .target(name: "CPlatform"),
    room("Live", needs: ["Machine", "Observation", "CPlatform"]),

    // Lessons, verdicts, and the people who read them.
    room("Course", needs: ["Observation", .product(name: "Yams", package: "Yams")]),
    room("Grading", needs: ["Course", "Model"]),
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("edit")]),
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    room(
      "Shell",
      needs: [
        "Grading", "Live", "CTerminal", "CMark", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "tutor",
      dependencies: [
        "Shell", "Live", "CPlatform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // Symbols are found once at the start, not again in every forked process.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-z", "-Xlinker", "now"])]),

    tests(of: "Diagnostics"),
    tests(of: "Language"),
    tests(of: "Machine"),
    tests(of: "Explorer"),
    tests(of: "Model"),
    tests(of: "Live", needs: ["tutor", "CPlatform", "Model"]),
    tests(of: "Course"),
    tests(of: "Grading"),
    tests(of: "Shell", needs: ["tutor"]),
    .testTarget(name: "CheckTests", dependencies: ["tutor"], swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Grading", "Live", "tutor"],
      swiftSettings: settings),
  ]
)
