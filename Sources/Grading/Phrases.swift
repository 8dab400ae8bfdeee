// Every phrase of verdicts and pictures, once in each reading language. `{name}` is filled in by
// VerdictText. A phrase that one language lacks does not compile.

import Course
import Diagnostics

/// The phrases of one language.
struct Phrases {
  // What the search found.
  var searched: String
  var searchedInPart: String
  var searchedIdeal: String
  var state: String
  var states: String
  var only: String
  var anyNumber: String
  var atLeast: String
  var itCan: String
  var itNever: String
  var itAlways: String
  var itSometimes: String
  var notYetSeen: String
  var takesSeconds: String
  var undecided: String

  // What became of the answer.
  var rightOne: String
  var rightAll: String
  var rightCan: String
  var rightCannot: String
  var rightAlways: String
  var rightSometimes: String
  var rightNever: String
  var rightSeconds: String
  var rightLines: String
  var canHappen: String
  var cannotHappen: String
  var missed: String
  var notSoCan: String
  var notSoCannot: String
  var notAlways: String
  var notNever: String
  var alwaysNotSometimes: String
  var alwaysNotNever: String
  var neverNotSometimes: String
  var neverNotAlways: String
  var wasCutShort: String
  var notSeconds: String
  var linesCannot: String
  var linesBegin: String
  var linesUntil: String
  var linesGoOn: String
  var linesCan: String
  var linesNever: String
  var linesThenStuck: String
  var rightUnderRule: String

  // What leads to the picture.
  var wayForNumber: String
  var wayToValue: String
  var wayThere: String
  var wayWithout: String
  var wayToLines: String

  // Hints that a schedule gives.
  var hintNobodyMeets: String
  var hintInterruption: String
  var hintHandover: String
  var hintDeadlock: String
  var hintHeld: String
  var hintWaits: String
  var hintMoment: String
  var hintNoMoment: String
  var hintOperation: String
  var hintPlace: String
  var hintSchedule: String
  var hintPrints: String

  // A property of an exercise.
  var propertyNever: String
  var propertyAlways: String
  var propertyCan: String
  var propertyHolds: String
  var propertyBroken: String
  var propertyNeverMet: String
  var propertyOpen: String

  // The live run beside it.
  var thisRun: String
  var thisRunDid: String
  var thisRunDidNot: String
  var outsideModel: String

  // What an answer looks like.
  var unreadEmpty: String
  var unreadValues: String
  var unreadNumbers: String
  var unreadTexts: String
  var unreadTruths: String
  var unreadOneValue: String
  var unreadOneNumber: String
  var unreadYesOrNo: String
  var unreadFrequency: String
  var unreadSeconds: String
  var unreadLines: String
  var unreadRange: String
  var unreadLong: String

  // The picture.
  var read: String
  var readNothing: String
  var write: String
  var empties: String
  var emptiesFile: String
  var opens: String
  var looksFor: String
  var joins: String
  var draws: String
  var ends: String
  var acquire: String
  var givesUp: String
  var release: String
  var changes: String
  var removes: String
  var renames: String
  var givesUpJoining: String
  var seesEnded: String
  var seesAlive: String
  var looksWhetherEnded: String
  var signals: String
  var sends: String
  var cannotSend: String
  var receives: String
  var nothingComes: String
  var givesUpWaiting: String
  var looksWhetherReady: String
  var closes: String
  var puts: String
  var gets: String
  var findsEmpty: String
  var findsFull: String
  var feeds: String
  var pickles: String
  var losesItem: String
  var tasksDone: String
  var loads: String
  var stores: String
  var calls: String
  var managerGone: String
  var stopsManager: String
  var holdsQueue: String
  var beginsToWait: String
  var changesItem: String
  var dies: String
  var killed: String
  var mainLane: String
  var bothRead: String
  var allRead: String
  var readEmpty: String
  var oneOther: String
  var others: String
  var moreSteps: String

  /// What stands between the values of a list.
  var comma: String
  /// What stands before the last value of those that can all occur, and of those of which one does.
  var and: String
  var or: String
  /// Words for 0 and up, in "the shortest way for two"; that of 0 is not used.
  var numbers: [String]

  static func table(_ language: ReadingLanguage) -> Phrases {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// A phrase with its `{name}`s filled in.
  static func fill(_ phrase: String, _ values: [(name: String, value: String)]) -> String {
    var result = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += values.first { $0.name == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
