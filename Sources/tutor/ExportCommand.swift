// `tutor export`: what the learner has answered and mended, as a submission for `tutor check`.

import ArgumentParser
import Course
import Diagnostics
import Glibc
import Grading
import Shell

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write your answers and programs into a folder, to hand them in.",
    discussion:
      "The folder gets answers.yaml and, for each lesson, the programs that you have mended.")

  @Argument(help: "The folder to write to; it is made.", completion: .directory)
  var folder: String

  @OptionGroup var course: CourseOptions

  @Option(help: "Only this lesson, by id. May be given again.")
  var lesson: [String] = []

  @Flag(help: "Replace files that are in the folder already.")
  var force = false

  func run() throws {
    let language = self.course.reader.language
    let course = try openCourse(self.course.lessons, language)
    for name in lesson where course.lesson(LessonID(name)) == nil {
      throw ValidationError("the course has no lesson '\(name)'")
    }
    guard let data = DataFolder.fromEnvironment() else {
      StandardError.complain(.says("there is no home, and so no progress"), in: language)
      throw ExitCode(1)
    }
    let answers = try self.answers(data, course)
    let programs = self.programs(data, course)
    guard !answers.isEmpty || !programs.isEmpty else {
      StandardError.complain(.says("nothing was answered or mended yet"), in: language)
      throw ExitCode(1)
    }
    let file = AnswersFile(entries: answers)
    try NewFile.write(
      folder + "/" + AnswersFile.name, Array(file.text.utf8), replacing: force, language: language)
    for program in programs {
      try NewFile.write(
        folder + "/" + program.name, program.bytes, replacing: force, language: language)
    }
    let count = Wording.says("\(folder): answers: \(answers.count), programs: \(programs.count)")
    print(count.text(in: language))
  }

  private func isWanted(_ name: String) -> Bool { lesson.isEmpty || lesson.contains(name) }

  /// The latest answer to each question, in the course's order; skipped ones are none.
  private func answers(_ data: DataFolder, _ course: Course) throws -> [AnswersFile.Entry] {
    let stored: [StoredAnswer]
    do {
      // Opening a store that is not there would make one.
      guard access(data.file("progress.sqlite"), R_OK) == 0 else { return [] }
      stored = try ProgressStore(folder: data).latestAnswers()
    } catch {
      StandardError.complain(
        .says("your progress cannot be read: \(error)"), in: self.course.reader.language)
      throw ExitCode(1)
    }
    return course.lessons.filter { isWanted($0.id.name) }.flatMap { lesson in
      lesson.questions.compactMap { question -> AnswersFile.Entry? in
        let answer = stored.last {
          $0.lesson == lesson.id.name && $0.question == question.id.name
        }
        guard let answer, answer.verdict != .skipped, !answer.prediction.isEmpty else {
          return nil
        }
        return AnswersFile.Entry(
          lesson: lesson.id.name, question: question.id.name, prediction: answer.prediction,
          constants: answer.variant == 0 ? [] : question.constants(variant: answer.variant))
      }
    }
  }

  /// The learner's copies of exercises, by the names that they have in a submission.
  private func programs(_ data: DataFolder, _ course: Course) -> [(name: String, bytes: [UInt8])] {
    let work = WorkFolder(data)
    return course.lessons.filter { isWanted($0.id.name) }.flatMap { lesson in
      lesson.exercises.compactMap { exercise in
        let path = work.file(of: exercise, in: lesson.id)
        guard let bytes = SmallFile.bytes(of: path, limit: 1 << 20) else { return nil }
        return ("\(lesson.id)/\(CourseIndex.fileName(of: exercise))", bytes)
      }
    }
  }
}
