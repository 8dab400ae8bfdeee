// Who waits for whom at the end of a schedule, a row each. Flows in: a stuck report. Flows out: sentences
// in the reader's language.

import Course
import Diagnostics
import Model
import Observation

extension VerdictText {
  /// Who waits for whom, a row each.
  package func waits(in stuck: StuckReport) -> [String] {
    stuck.waiters.map { waiter in
      let row: String
      switch language {
      case .english:
        row =
          lane(waiter.process) + " waits" + (waiter.line > 0 ? " in line \(waiter.line)" : "")
          + (waiter.operation.isEmpty ? "" : ", `\(waiter.operation)`,") + " for "
          + reason(waiter.reason)
      case .chinese:
        row =
          lane(waiter.process)
          + (waiter.line > 0 ? " 停在第 \(waiter.line) 行 `\(waiter.operation)`" : " 停在结尾")
          + "：" + reason(waiter.reason)
      }
      return tight(row + (waiter.holder.map(holding) ?? ""))
    }
  }

  private func holding(_ holder: StuckReport.Holder) -> String {
    let name = lane(holder.process)
    switch (language, holder.hasEnded) {
    case (.english, true): return "; \(name) took it in line \(holder.line), and has ended"
    case (.english, false): return "; \(name) has it since line \(holder.line)"
    case (.chinese, true): return "；\(name) 在第 \(holder.line) 行拿走，已经结束"
    case (.chinese, false): return "；\(name) 从第 \(holder.line) 行起拿着"
    }
  }

  /// What stands after "waits for", or a clause of its own.
  func reason(_ reason: StuckReport.Reason) -> String {
    switch language {
    case .english: reason.text(naming: lane)
    case .chinese: chinese(reason)
    }
  }

  private func chinese(_ reason: StuckReport.Reason) -> String {
    switch reason {
    case .process(let name): "等" + (name.map { " \(lane($0)) " } ?? "一个进程") + "结束"
    case .lock: "等锁释放"
    case .semaphore: "等信号量释放"
    case .wakeUp: "等着被叫醒"
    case .item(nil, _): "等队列里的东西；还没有谁放过"
    case .item(let putter?, let hasEnded):
      "等队列里的东西；最后一个是 \(lane(putter)) 放的" + (hasEnded ? "，它已经结束" : "")
    case .ownItem: "等队列里的东西"
    case .readingLock(nil, _): "等轮到自己取"
    case .readingLock(let reader?, let hasEnded):
      "等轮到自己取；\(lane(reader)) 占着" + (hasEnded ? "，已经结束" : "")
    case .restOfItem: "等一样东西的其余部分；发送它的进程已被终止"
    case .queueRoom(nil): "等队列的管道有空位"
    case .queueRoom(let capacity?): "等队列有空位；它只放得下 \(capacity) 个"
    case .feeder: "等自己放的东西送出去；队列的管道满了"
    case .tasks(let left): "等队列的任务做完；还差 \(left) 个"
    case .message(let senders) where senders.isEmpty: "等消息"
    case .message(let senders):
      "等消息；另一端还开在 \(senders.map(lane).joined(separator: "、")) 手里"
    case .ownMessage: "等消息；另一端只有它自己还开着"
    case .pipeRoom: "等管道有空位"
    case .ready(1): "等它就绪"
    case .ready(let count): "等 \(count) 个中的一个就绪"
    case .answer: "等管理器回答"
    case .spinning: "什么也不等：它一直在循环"
    case .somebody: "等别的进程"
    }
  }

  /// Without the spaces around names that are Chinese themselves.
  package func tight(_ sentence: String) -> String {
    let signs = Array(sentence)
    return String(
      signs.indices.filter { index in
        guard signs[index] == " ", index > 0, index + 1 < signs.count else { return true }
        return ![signs[index - 1], signs[index + 1]].allSatisfy { DisplayWidth.of($0) == 2 }
      }.map { signs[$0] })
  }

  /// A process's name as pictures and reports show it.
  package func lane(_ process: String) -> String {
    process == RunRecord.mainProcess ? phrases.mainLane : process
  }
}
