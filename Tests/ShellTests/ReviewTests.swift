import Course
import Foundation
import Shell
import Testing

/// Coming back: what was missed, whole lessons by their questions, hints, and how sure one was.
@Suite struct ReviewTests {
  let scratch: ScratchFolder
  var rehearsal: Rehearsal

  init() throws {
    scratch = try ScratchFolder()
    rehearsal = Rehearsal(folder: DataFolder(path: scratch.path))
    rehearsal.course.lessons[0].elements = rehearsal.course.lessons[0].elements.map { element in
      guard case .predict(var question) = element else { return element }
      question.ask = "How many of {N}?"
      question.variations = [Variation(name: "N", values: ["3", "4"])]
      return .predict(question)
    }
  }

  private var store: ProgressStore {
    get throws { try ProgressStore(folder: DataFolder(path: scratch.path)) }
  }

  @Test func whatWasMissedIsAskedAgainInAnotherVariant() throws {
    #expect(try rehearsal.play(["review", "q"]).contains("you have missed nothing so far"))
    _ = try rehearsal.play(["", "", "1", "q"])
    let screen = try rehearsal.play(["review", "show", "1-3", "review", "q"])
    #expect(screen.contains("One question that you missed, once more."))
    #expect(screen.contains("Predict. How many of 4?"))
    #expect(screen.contains(" 1  N = 4"))
    #expect(screen.contains("1 of 1 right."))
    #expect(screen.contains("you have missed nothing so far"))
    #expect(try store.allAnswers().map(\.variant) == [0, 1])
    #expect(screen.contains("last-ticket 3/3> q"))
  }

  @Test func retryVariesTheQuestion() throws {
    let screen = try rehearsal.play(["", "", "1", "retry", "1", "retry", "1-3", "q"])
    #expect(screen.contains("How many of 4?"))
    #expect(try store.allAnswers().map(\.variant) == [0, 1, 0])
  }

  @Test func aLessonIsDoneByItsQuestions() throws {
    let screen = try rehearsal.play(["skip last-ticket", "1-3", "", "q"])
    #expect(screen.contains("Lesson 1, The last ticket, by its questions alone: one."))
    #expect(screen.contains("You know it. Lesson 1, The last ticket, is done."))
    #expect(screen.contains("Locks."))
    #expect(try store.places().first { $0.lesson == "last-ticket" }?.furthest == 3)
  }

  @Test func aWrongAnswerLeavesTheLessonOpen() throws {
    let screen = try rehearsal.play(["skip 1", "1", "q"])
    #expect(screen.contains("0 of 1 right."))
    #expect(screen.contains("The lesson stays open. `go last-ticket` takes it."))
    #expect(try store.places().isEmpty)
    let left = try rehearsal.play(["skip 1", "quit"])
    #expect(!left.contains("stays open"))
  }

  @Test func hintsComeInThreeSteps() throws {
    let screen = try rehearsal.play(["", "", "hint", "hint", "hint", "hint", "skip", "q"])
    #expect(screen.contains("Hint 1 of 3. Look."))
    #expect(!screen.contains("Look again."))
    #expect(screen.contains("Hint 2 of 3. No two operations meet"))
    #expect(screen.contains("Hint 3 of 3. One way that it can go:\n\n  buyer 1  ──read 1"))
    #expect(screen.contains("There are no more hints."))
  }

  @Test func howSureOneWasIsKeptAndCounted() throws {
    let screen = try rehearsal.play([
      "", "", "1!", "retry", "1!", "retry", "1-3!", "retry", "1-3?", "progress", "q",
    ])
    #expect(try store.allAnswers().map(\.confidence) == [.sure, .sure, .sure, .guess])
    let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Where you were sure (`!`), you were right once in 3."))
    #expect(words.contains("Where you guessed (`?`), you were right the one time."))
    #expect(words.contains("A second look pays before a `!`."))
  }
}
