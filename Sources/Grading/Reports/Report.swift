// What came of a batch of submissions, as data. Flows in: graded parts. Flows out: whatever format asks;
// this is also, field by field, what `--format json` writes and what a worker tells its batch.
// Rule: nothing in it depends on the clock, on the order of work or on how many worked.

import Course

/// What became of a submission, a part of one, or one check of a part.
package enum GradeStatus: String, Hashable, Sendable, Codable, CaseIterable {
  case right
  case wrong
  /// Expected, and not handed in.
  case missing
  /// Handed in, and not to be understood.
  case unread
  /// The search did not come to its end, and what it found settles nothing; or the program does what
  /// tutor does not know.
  case undecided
  /// tutor itself broke down.
  case failed

  /// How bad it is: a whole is as bad as its worst part.
  private var rank: Int {
    switch self {
    case .right: 0
    case .missing: 1
    case .wrong: 2
    case .unread: 3
    case .undecided: 4
    case .failed: 5
    }
  }

  /// The exit status that it asks for.
  package var exitStatus: Int32 {
    switch self {
    case .right: 0
    case .wrong, .missing: 1
    case .unread: 2
    case .undecided, .failed: 3
    }
  }

  /// The worst of several; right where there are none.
  package static func worst(of statuses: some Sequence<GradeStatus>) -> GradeStatus {
    statuses.max { $0.rank < $1.rank } ?? .right
  }
}

/// One thing that is judged by itself: a prediction, or a property of a program.
package struct GradedCheck: Hashable, Sendable, Codable {
  /// What is judged: `prediction`, or the property as the lesson has it.
  package var name: String
  package var status: GradeStatus
  package var points: Int
  package var maxPoints: Int
  /// The verdict in words.
  package var says: String
  /// What proves it: lines of a picture, as wide as was asked for.
  package var evidence: [String]
  /// The run that proves it, as `tutor explore --schedule` takes it; empty where there is none.
  package var schedule: String
  /// How many states the verdict rests on; 0 where nothing was searched.
  package var states: Int

  package init(
    name: String, status: GradeStatus, maxPoints: Int, says: String = "", evidence: [String] = [],
    schedule: String = "", states: Int = 0
  ) {
    self.name = name
    self.status = status
    points = status == .right ? maxPoints : 0
    self.maxPoints = maxPoints
    self.says = says
    self.evidence = evidence
    self.schedule = schedule
    self.states = states
  }
}

/// A prediction or a program of a submission, graded.
package struct GradedPart: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    case prediction, program
    /// Something that the course does not have, or that could not be read.
    case stray
  }

  package var kind: Kind
  /// Empty for a stray.
  package var lesson: String
  /// The question's or exercise's id; for a stray the name of the file.
  package var name: String
  /// The question in words, or the exercise's task; may be empty.
  package var asked: String
  /// The prediction as it was typed, or the program's file.
  package var given: String
  package var checks: [GradedCheck]

  package init(
    kind: Kind, lesson: String, name: String, asked: String = "", given: String = "",
    checks: [GradedCheck]
  ) {
    self.kind = kind
    self.lesson = lesson
    self.name = name
    self.asked = asked
    self.given = given
    self.checks = checks
  }

  /// `lock/narrow_lock`
  package var title: String { lesson.isEmpty ? name : "\(lesson)/\(name)" }
  package var status: GradeStatus { .worst(of: checks.map(\.status)) }
  package var points: Int { checks.map(\.points).reduce(0, +) }
  package var maxPoints: Int { checks.map(\.maxPoints).reduce(0, +) }

  /// The same with all that was not settled by one cause.
  package func settled(_ status: GradeStatus, says: String) -> GradedPart {
    var part = self
    part.checks = checks.map {
      GradedCheck(name: $0.name, status: status, maxPoints: $0.maxPoints, says: says)
    }
    return part
  }
}

/// One learner's submission, graded.
package struct GradedSubmission: Hashable, Sendable, Codable {
  package var learner: String
  package var path: String
  package var status: GradeStatus
  package var points: Int
  package var maxPoints: Int
  /// Things worth knowing that change no verdict.
  package var notes: [String]
  package var parts: [GradedPart]

  /// - Parameter status: what to say where there are no parts; else the worst part decides.
  package init(
    learner: String, path: String, notes: [String], parts: [GradedPart],
    status: GradeStatus = .unread
  ) {
    self.learner = learner
    self.path = path
    self.notes = notes
    self.parts = parts
    self.status = parts.isEmpty ? status : .worst(of: parts.map(\.status))
    points = parts.map(\.points).reduce(0, +)
    maxPoints = parts.map(\.maxPoints).reduce(0, +)
  }
}

/// A whole batch.
package struct Report: Hashable, Sendable, Codable {
  /// How many submissions became what.
  package struct Summary: Hashable, Sendable, Codable {
    package var submissions: Int
    package var right: Int
    package var wrong: Int
    package var missing: Int
    package var unread: Int
    package var undecided: Int
    package var failed: Int
  }

  /// Changes whenever a field changes its meaning or goes away.
  package var version: Int
  /// The course's title.
  package var course: String
  package var summary: Summary
  package var submissions: [GradedSubmission]

  package init(course: String, submissions: [GradedSubmission]) {
    version = 1
    self.course = course
    self.submissions = submissions
    func count(_ status: GradeStatus) -> Int { submissions.count { $0.status == status } }
    summary = Summary(
      submissions: submissions.count, right: count(.right), wrong: count(.wrong),
      missing: count(.missing), unread: count(.unread), undecided: count(.undecided),
      failed: count(.failed))
  }

  /// The worst that there is in it.
  package var status: GradeStatus { .worst(of: submissions.map(\.status)) }
}
