// Every phrase of a report, once in each reading language. `{name}` is filled in. A phrase that one
// language lacks does not compile.

import Course
import Diagnostics

/// The phrases of reports in one language.
struct ReportPhrases {
  // What became of something.
  var right: String
  var wrong: String
  var missing: String
  var unread: String
  var undecided: String
  var failed: String

  // The heading, and what stands below a batch.
  var points: String
  var nothing: String
  var oneSubmission: String
  var submissions: String
  var count: String
  var schedule: String
  var youSaid: String
  var note: String

  // Why something was not decided.
  var open: String
  var openAfterWalks: String
  var openAfterWalksNotMet: String
  var tooManyStates: String
  var tooManyBytes: String
  var computesOn: String
  var tooLong: String
  var tooMuchMemory: String
  var broke: String
  var notSupported: String
  var openSearch: String
  var broken: String

  // Why something is wrong or unread before it is judged.
  var notPython: String
  var notRun: String
  var noConstant: String
  var notHandedIn: String
  var noLesson: String
  var noQuestion: String
  var noVariant: String
  var didYouMean: String
  var fileMissing: String
  var fileLink: String
  var fileFolder: String
  var fileNotPlain: String
  var fileTooLarge: String
  var fileUnreadable: String
  var fileName: String

  // Notes.
  var noExercise: String
  var severalExercises: String
  var answeredAgain: String
  var secondFile: String

  // The name of a prediction's only check.
  var prediction: String

  static func table(_ language: ReadingLanguage) -> ReportPhrases {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  func word(for status: GradeStatus) -> String {
    switch status {
    case .right: right
    case .wrong: wrong
    case .missing: missing
    case .unread: unread
    case .undecided: undecided
    case .failed: failed
    }
  }

  func fill(_ phrase: String, _ values: (String, String)...) -> String {
    Phrases.fill(phrase, values.map { (name: $0.0, value: $0.1) })
  }

  static let english = ReportPhrases(
    right: "right", wrong: "wrong", missing: "missing", unread: "not readable",
    undecided: "not decided", failed: "tutor's fault",
    points: "{points} of {max}",
    nothing: "There is nothing to grade in it.",
    oneSubmission: "1 submission", submissions: "{count} submissions",
    count: "{count} {what}", schedule: "schedule: {schedule}", youSaid: "answer: {answer}",
    note: "note: {note}",
    open: "is not decided: {reason}",
    openAfterWalks: "is not decided: {reason}. None of {walks} random runs breaks it",
    openAfterWalksNotMet: "is not decided: {reason}. None of {walks} random runs comes there",
    tooManyStates: "there are more than {states}",
    tooManyBytes: "the states take more than {count} MiB",
    computesOn: "{process} computes on and on, at line {line}",
    tooLong: "it takes more than {seconds} s of computing",
    tooMuchMemory: "it takes more than {count} MiB of memory",
    broke: "Grading broke down ({reason}). That is a fault of tutor.",
    notSupported: "is not decided: {reason}",
    openSearch: "Not decided: {reason}.",
    broken: "is broken",
    notPython: "The program does not start.",
    notRun: "The program uses what tutor does not run.",
    noConstant: "The program has no line `{name} = …` at its left margin.",
    notHandedIn: "It was not handed in.",
    noLesson: "The course has no lesson `{name}`.",
    noQuestion: "The lesson `{lesson}` has no question `{name}`.",
    noVariant: "The question has no variant with {name}.",
    didYouMean: "Is `{name}` meant?",
    fileMissing: "There is no such file or folder.",
    fileLink: "It is a symbolic link, and links are not followed. Hand in the file itself.",
    fileFolder: "It is a folder, not a file.",
    fileNotPlain: "It is not a plain file.",
    fileTooLarge: "It is larger than {count} KiB.",
    fileUnreadable: "It cannot be read: {reason}.",
    fileName: "Its name is not a text in UTF-8, or the file has gone.",
    noExercise: "{file} belongs to no exercise",
    severalExercises: "{file} could be for {names}; put it into its lesson's folder",
    answeredAgain: "{name} is answered more than once; the last answer counts",
    secondFile: "{file} is a second file for its exercise; the first one counts",
    prediction: "prediction")

  static let chinese = ReportPhrases(
    right: "正确", wrong: "错误", missing: "缺少", unread: "无法读取", undecided: "无法判定",
    failed: "tutor 出错",
    points: "{points}/{max} 分",
    nothing: "里面没有可以评分的内容。",
    oneSubmission: "1 份提交", submissions: "{count} 份提交",
    count: "{count} 份{what}", schedule: "调度：{schedule}", youSaid: "回答：{answer}",
    note: "注意：{note}",
    open: "无法判定：{reason}",
    openAfterWalks: "无法判定：{reason}。另外随机运行了 {walks} 次，没有一次违反它",
    openAfterWalksNotMet: "无法判定：{reason}。另外随机运行了 {walks} 次，没有一次做到",
    tooManyStates: "超过 {states}",
    tooManyBytes: "状态占用超过 {count} MiB",
    computesOn: "{process} 在第 {line} 行没完没了地计算",
    tooLong: "计算时间超过 {seconds} 秒",
    tooMuchMemory: "内存超过 {count} MiB",
    broke: "评分中断（{reason}）。这是 tutor 的错误。",
    notSupported: "无法判定：{reason}",
    openSearch: "无法判定：{reason}。",
    broken: "不成立",
    notPython: "程序无法开始运行。",
    notRun: "程序用到了 tutor 不能运行的内容。",
    noConstant: "程序左边缘没有 `{name} = …` 这一行。",
    notHandedIn: "没有提交。",
    noLesson: "课程里没有 `{name}` 这一课。",
    noQuestion: "`{lesson}` 一课里没有问题 `{name}`。",
    noVariant: "这个问题没有 {name} 的变体。",
    didYouMean: "是不是 `{name}`？",
    fileMissing: "没有这个文件或文件夹。",
    fileLink: "这是一个符号链接，不会跟随它。请提交文件本身。",
    fileFolder: "这是一个文件夹，不是文件。",
    fileNotPlain: "这不是普通文件。",
    fileTooLarge: "文件超过 {count} KiB。",
    fileUnreadable: "无法读取：{reason}。",
    fileName: "文件名不是 UTF-8 文字，或者文件已经不在了。",
    noExercise: "{file} 不属于任何练习",
    severalExercises: "{file} 可能属于 {names}；请放进相应课的文件夹",
    answeredAgain: "{name} 回答了不止一次，以最后一次为准",
    secondFile: "{file} 是同一个练习的第二个文件，以第一个为准",
    prediction: "预测")
}
