// The shell's phrases in Chinese.

import Course
import Grading
import Observation

extension Phrase {
  var chinese: String {
    switch self {
    case .tagline: "tutor · 进程、锁、管道和队列，现场演示"
    case .welcome(let lesson, let title):
      "欢迎。按回车开始第 \(lesson) 课《\(title)》 · `lessons` · `help`"
    case .stoppedAt(let lesson, let title, let step, let count):
      "上次停在第 \(lesson) 课《\(title)》，第 \(step)/\(count) 步。"
    case .finishedLesson(let lesson, let title): "第 \(lesson) 课《\(title)》已经学完。"
    case .goOnHint: "回车继续 · `lessons` · `help`"
    case .nextLesson(let lesson, let title): "按回车继续第 \(lesson) 课《\(title)》。"
    case .courseFinished: "这是最后一课。`lessons` 列出全部课程，`progress` 查看你的回答。"
    case .lessonHeader(let lesson, let title, let minutes):
      "第 \(lesson) 课 · \(title)" + (minutes.map { " · 约 \($0) 分钟" } ?? "")
    case .lessonEnd(let lesson): "第 \(lesson) 课到此结束。"
    case .atBeginning: "这已经是本课的第一步。"
    case .farewell: "进度已保存，下次运行 `tutor` 会回到这里。"
    case .about(let command): Self.chineseAbout(command)
    case .helpHead: "直接按回车就是继续。命令只要打出开头、没有歧义就行。"
    case .helpFoot: "Tab 补全，Ctrl-R 查找以前输入过的行，Ctrl-C 停止运行或放弃这一行，Ctrl-D 离开。"
    case .ambiguous(let word, let names):
      "`\(word)` 可能是 \(names.map { "`\($0)`" }.joined(separator: "、"))。"
    case .unknownCommand(let word, let nearest):
      "没有 `\(word)` 这个命令。" + (nearest.map { "是不是 `\($0)`？" } ?? "`help` 列出所有命令。")
    case .noLesson(let name, let nearest):
      "没有 `\(name)` 这一课。" + (nearest.map { "是不是 `\($0)`？" } ?? "`lessons` 列出所有课程。")
    case .whichLesson: "去哪一课？`go last-ticket` 或 `go 2`；`lessons` 列出所有课程。"
    case .noProgramHere: "这里还没有程序。按回车继续。"
    case .noSuchProgram(let name, let nearest):
      "这里没有叫 `\(name)` 的程序或函数。" + (nearest.map { "是不是 `\($0)`？" } ?? "")
    case .cannotReadFile(let name, let reason):
      "无法读取 \(name)：\(reason.text(in: .chinese))。"
    case .cannotWhilePredicting(let name): "`\(name)` 会泄露答案。请先预测，或者 `skip`。"
    case .languageIs: "现在是中文。`lang en` 换成英文。"
    case .languageUnknown(let name): "没有 `\(name)` 这种语言。`lang en` 或 `lang zh`。"
    case .predict: "预测："
    case .predictionPrompt: "预测"
    case .remark(let text): "（\(text)）"
    case .signsOfConfidence: "有把握就在后面加 `!`，猜的就加 `?`"
    case .emptyPrediction: "请输入你的预测，也可以输入 `hint`、`show` 或 `skip`。"
    case .enterAsks: "如果这是预测：先按回车，等它提问。"
    case .unread(let expected): "这里看不懂这个回答。\(expected)"
    case .alreadyAnswered(let prediction, let mark):
      "你以前答过：\(prediction)（\(Phrase.mark(mark).chinese)）。`retry` 再答一次。"
    case .pendingPrediction(let prediction): "你在这里预测过 \(prediction)，还没有评判。"
    case .skipped: "先跳过，题目仍然没有回答。`retry` 再问。"
    case .nothingToSkip: "这里没有可以跳过的问题。按回车继续。"
    case .noQuestion: "这里还没有问题。按回车继续。"
    case .hint(let number, let count): "提示 \(number)/\(count)。"
    case .noHints: "这道题没有提示。`show` 可以看程序。"
    case .nothingToReview: "没有要重问的：到目前为止你没有答错。"
    case .reviewBegins(let count): "你答错过的 \(count) 道题，再来一次。"
    case .lessonByQuestions(let lesson, let title, let count):
      "第 \(lesson) 课《\(title)》，只答题目，共 \(count) 道。"
    case .lessonNotKnown(let name): "这一课还没有学完。`go \(name)` 去学这一课。"
    case .lessonKnown(let lesson, let title): "你都会了。第 \(lesson) 课《\(title)》算学完了。"
    case .rightOf(let right, let count): "\(count) 道题答对 \(right) 道。"
    case .rightWhenSure(let right, let count): "有把握（`!`）的 \(count) 次里答对 \(right) 次。"
    case .rightWhenGuessing(let right, let count): "猜（`?`）的 \(count) 次里答对 \(right) 次。"
    case .tooSure: "加 `!` 之前不妨再看一眼。"
    case .tooModest: "你懂的比你以为的多。"
    case .noMoreHints: "没有更多提示了。`skip` 可以先不答。"
    case .runningLive(let name, let speed):
      "现场运行 `\(name)`" + (speed == "1" ? "" : "，\(speed) 倍速")
    case .ended(let seconds, let processes):
      "运行了 \(Phrase.length(seconds: seconds).chinese)"
        + (processes > 1 ? "，共 \(processes) 个进程。" : "。")
    case .runStopped: "已停止，它的进程都已结束。"
    case .runningIdeally(let name): "在理想机器上运行 `\(name)`"
    case .endedIdeally(let seconds): "在理想机器上运行了 \(seconds) 秒。"
    case .stuckIdeally(let seconds, let processes):
      "在理想机器上 \(seconds) 秒后卡住：\(processes.joined(separator: "、")) 永远等下去。"
    case .dies(let exception):
      "异常退出：\(exception.type): \(exception.message)，第 \(exception.line) 行"
    case .isKilled(let signal): "被信号 \(signal) 终止"
    case .everyInterleaving(let states, let seconds):
      "所有交错（\(grouped(states)) 个状态，\(VerdictText.seconds(seconds)) 秒）："
    case .searchedInPart(let states, let seconds):
      "没有看完所有交错（\(grouped(states)) 个状态，\(VerdictText.seconds(seconds)) 秒后中断）："
    case .outcomes(let count, let what):
      (what.map { "`\($0)` 有 " } ?? "") + "\(count) 种结果。"
    case .atLeast(let what): "至少 \(what)"
    case .processName(let name): name == RunRecord.mainProcess ? "主进程" : name
    case .canGetStuck: "可能全都在等待："
    case .canCrash(let process, let exception): "\(process) 可能因 \(exception) 而终止"
    case .exploring: "正在遍历所有交错……"
    case .explorationStopped: "没有看完所有交错就停了。"
    case .keptForLater: "你的预测已保存，按回车评判。"
    case .noRunYet: "还没有运行过。`run` 现场运行程序。"
    case .length(let seconds): brief(seconds, second: "秒", millisecond: "毫秒")
    case .activity(let activity):
      switch activity {
      case .runs: "运行"
      case .sleeps: "睡眠"
      case .holds: "拿着锁"
      case .waits: "等待别人"
      }
    case .nothingToExplain: "这里还没有你的回答可以解释。"
    case .driveHead: "你来当调度器：每个进程做每个操作之前都等你放行。"
    case .driveGoal(let goal): "目标：让 `\(goal.observe)` 等于 `\(goal.value)`。"
    case .driveHelp: "输入编号，让那个进程做下一个操作（`1`、`1 1 2`、`1*5`）· `undo` 退回 · `show` 看程序 · `quit` 离开"
    case .driveOver: "所有进程都结束了。"
    case .driveStuck: "剩下的进程都在等待，谁也叫不醒它们。"
    case .driveWaits: "等待"
    case .driveNext: "继续"
    case .driveSoFar(let observe, let value): "到现在 `\(observe)` 是 `\(value)`。"
    case .driveReached(let count): "成功了，用了 \(count) 步。"
    case .atLine(let line): "第 \(line) 行"
    case .nothingToUndo: "没有可以退回的步骤。"
    case .cannotMove(let move): "现在不能走 `\(move)` 这一步。"
    case .stepOf(let step, let count): "第 \(step)/\(count) 步"
    case .done: "已学完"
    case .notBegun: "未开始"
    case .mark(let mark): Self.chineseMark(mark)
    case .markCount(let mark, let count): "\(Self.chineseMark(mark)) \(count)"
    case .minutes(let count): "\(count) 分钟"
    case .noAnswers: "这一课还没有回答过问题。"
    case .youSaid(let prediction): "你的预测：\(prediction)"
    case .whatCanHappen(let outcomes): "实际上：\(outcomes)"
    case .resetLesson(let lesson, let title): "第 \(lesson) 课《\(title)》从头开始。按回车继续。"
    case .resetAll: "整个课程从头开始。按回车继续。"
    case .resetWhat:
      "`reset` 让这一课从头开始，`reset all` 让整个课程从头开始，`reset copy` 把练习恢复成原样。"
    case .mend: "改好它："
    case .mustHold: "在所有调度下都必须成立："
    case .mendingHint: "`edit` 打开你的副本 · `check` 检查 · `hint` 给提示 · 回车先放着"
    case .solvedBefore: "这道题你已经改好了。`edit` 打开你的副本，`solution` 看我们的一种改法。"
    case .noExercise: "这一课没有要改的程序。"
    case .noExerciseYet: "这里还没有要改的程序。按回车继续。"
    case .exerciseLeft: "先放着。`back` 可以回来。"
    case .cannotWriteCopy(let reason):
      "无法写入你的副本：\(reason.text(in: .chinese))。"
    case .noEditor(let file):
      "没有设置编辑器。你的副本是 `\(file)`：用任何编辑器改好，再 `check`。也可以在启动前设置：`EDITOR=nano tutor`。"
    case .editorNotFound(let command):
      "没有 `\(command)` 这个编辑器。请在启动前换一个：`EDITOR=nano tutor`。"
    case .editorFailed(let command, let reason):
      "编辑器 `\(command)` 出错退出（\(reason.text(in: .chinese))）。`check` 按文件现在的样子检查。"
    case .copyUnchanged: "没有改动。`check` 按现在的样子检查。"
    case .copyReset(let file, let old): "`\(file)` 已恢复成原样。你原来的内容在 `\(old)`。"
    case .checking(let file): "在所有调度下检查 `\(file)`。"
    case .checkIsTheHint: "没有更多提示了。`check` 会给出出错的调度。"
    case .lacksConstant(let name, let value):
      "检查时要设 `\(name) = \(value)`，而程序里没有顶格写的 `\(name) = …` 这一行。"
    case .heldOf(let held, let count): "\(count) 条中有 \(held) 条成立。"
    case .solved(let hasOurs): "改好了。" + (hasOurs ? "`solution` 看我们的一种改法。" : "")
    case .noSolution: "这里没有现成的答案。"
    case .askAgainForSolution: "你还没有改好。`hint` 给提示；再输一次 `solution` 就给你看我们的一种改法。"
    case .mended: "已改好"
    case .notMended: "还没有改好"
    case .mendedCount(let count): "改好 \(count)"
    case .hintWord: "提示："
    case .dataReadOnly(let path, let reason), .dataCannotOpen(let path, let reason):
      "无法在 \(path) 保存进度：\(reason.text(in: .chinese))。"
    case .dataFull(let path): "磁盘已满，无法写入 \(path)。"
    case .dataDamaged(let path): "文件 \(path) 已损坏，或者不是 tutor 的文件。"
    case .dataBusy(let path): "另一个程序占用 \(path) 超过了五秒。"
    case .dataNewer(let path): "文件 \(path) 是更新版本的 tutor 写的。"
    case .chooseDataFolder: "把 XDG_DATA_HOME 设为一个可写的目录：XDG_DATA_HOME=/tmp/data tutor"
    case .moveAside(let path): "把它移开，tutor 会新建一个：mv \(path) \(path).old"
    case .noHome: "没有 HOME，也没有 XDG_DATA_HOME，所以进度不会保存。"
    case .notStored: "这个回答没能保存："
    case .internalError(let what): "内部错误：\(what)"
    }
  }

  private static func chineseAbout(_ command: Command) -> String {
    switch command {
    case .next: "继续下一步（直接按回车也行）"
    case .back: "退回一步"
    case .lessons: "列出课程"
    case .go: "去某一课，用名字或编号"
    case .show: "显示程序，或其中一个函数"
    case .predict: "回答这一步的问题"
    case .run: "用真实的进程运行程序"
    case .explore: "按每一种可能的顺序运行，列出所有可能的结果"
    case .drive: "当调度器：一步一步放行各个进程"
    case .timeline: "画出最近一次现场运行，每个进程一行"
    case .why: "再解释一遍你的回答为什么对或不对"
    case .hint: "给一个提示，再要一次就更明白"
    case .skip: "先不答，继续；写上课名则只答那一课的题目"
    case .edit: "用你的编辑器打开练习的副本，改完就检查"
    case .check: "在所有调度下检查你的副本"
    case .solution: "看我们的一种改法：改好之后，或者问两次"
    case .review: "把答错的题再问一遍"
    case .retry: "再问一次上一个问题"
    case .progress: "到目前为止的回答"
    case .reset: "把这一课、所有课或你的副本恢复到开头"
    case .lang: "选择语言：英文或中文"
    case .help: "列出命令，或详细说明一个"
    case .quit: "离开（Ctrl-D 也行）"
    }
  }

  private static func chineseMark(_ mark: Mark) -> String {
    switch mark {
    case .right: "正确"
    case .missed: "有遗漏"
    case .impossible: "不对"
    case .undecided: "未能判定"
    case .skipped: "已跳过"
    case .pending: "尚未评判"
    case .open: "未回答"
    }
  }
}
