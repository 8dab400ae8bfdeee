// Compares a run with what the program expects. Flows out: one sentence a difference.

extension Expectations {
  /// What a run shows otherwise than expected; nothing where it is right.
  func differences(from run: ProgramRun) -> [String] {
    if let syntaxError { return differences(from: run, syntaxError) }
    if let refusal { return differences(from: run, refusal) }
    var differences: [String] = []
    if !varies, run.output != output {
      differences.append("printed \(run.output), not \(output)")
    }
    if let missing = firstMissing(in: run.errors) {
      differences.append("no '\(missing)' in its place on standard error: \(run.errors)")
    }
    if let error, run.lastError != error {
      differences.append("ended with '\(run.lastError)', not '\(error)'")
    }
    if isStuck {
      if !run.isStuck { differences.append("ended with \(run.statusText), but should be stuck") }
    } else if !varies {
      if run.isStuck {
        differences.append("is stuck")
      } else if run.status != exit {
        differences.append("ended with \(run.statusText), not \(exit): \(run.errors)")
      }
    }
    return differences
  }

  private func differences(from run: ProgramRun, _ expected: Marked) -> [String] {
    var differences: [String] = []
    if !run.output.isEmpty { differences.append("printed \(run.output)") }
    if syntaxError != nil, run.lastError != expected.text {
      differences.append("said '\(run.lastError)', not '\(expected.text)'")
    }
    if refusal != nil, !run.errors.contains(where: { $0.contains(expected.text) }) {
      differences.append("said \(run.errors), nothing of '\(expected.text)'")
    }
    if run.faultyLine != expected.line {
      differences.append("named line \(run.faultyLine ?? 0), not \(expected.line)")
    }
    if run.status == nil || run.status == 0 { differences.append("ended with \(run.statusText)") }
    if syntaxError != nil, let status = run.status, status != 1 {
      differences.append("ended with \(run.statusText), not 1")
    }
    return differences
  }

  private func firstMissing(in errors: [String]) -> String? {
    var rest = errors[...]
    for wanted in errorLines {
      guard let index = rest.firstIndex(where: { Self.fits($0, wanted) }) else { return wanted }
      rest = rest[(index + 1)...]
    }
    return nil
  }

  /// Whether a line is the wanted one, where `…` stands for anything.
  private static func fits(_ line: String, _ wanted: String) -> Bool {
    let parts = wanted.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return line == wanted }
    return parts.count == 2 && line.count >= parts[0].count + parts[1].count
      && line.hasPrefix(parts[0]) && line.hasSuffix(parts[1])
  }
}

extension ProgramRun {
  var statusText: String { status.map { "status \($0)" } ?? "no status in time" }
}
