// The wrong rules in words: what would have to be so, and what is so instead.

import Course
import Diagnostics
import Machine

/// Sentences about one wrong rule.
package struct RuleText: Sendable {
  /// What would have to be so, after "if": `reading and writing the file were one step`.
  package var condition: String
  /// What is so instead.
  package var truth: String

  /// - Parameter rule: one alone.
  package init(_ rule: WrongRules, in language: ReadingLanguage) {
    let table = language == .english ? Self.english : Self.chinese
    self = table[rule] ?? RuleText(condition: rule.name, truth: "")
  }

  private init(condition: String, truth: String) {
    self.condition = condition
    self.truth = truth
  }

  private static let english: [WrongRules: RuleText] = [
    .atomicFiles: RuleText(
      condition: "reading and writing the file were one step",
      truth: "They are several: another process can come between them, and opening a file for "
        + "writing empties it at once."),
    .sharedGlobals: RuleText(
      condition: "processes had their variables in common",
      truth: "Each process has its own memory: what a child changes, its parent never sees."),
    .noFeeder: RuleText(
      condition: "an item were in the queue as soon as `put()` returns",
      truth: "`put()` hands it to a feeder thread, which takes it to the queue's pipe a little "
        + "later."),
    .fifo: RuleText(
      condition: "a queue kept the order of all puts, whoever made them",
      truth: "It keeps the order of one producer's items. Those of two producers can change "
        + "places."),
    .sleepOrders: RuleText(
      condition: "`sleep()` decided who comes first",
      truth: "A sleep is a time to wait at least. After it a process can still be held up for any "
        + "time."),
    .reentrantLock: RuleText(
      condition: "a process could acquire a `Lock` that it already holds",
      truth: "A `Lock` lets nobody in while it is held, not even its holder. An `RLock` does."),
    .joinIsLock: RuleText(
      condition: "`join()` let only one child work at a time",
      truth: "`join()` makes only its caller wait. The children that were started go on side by "
        + "side."),
    .nestedValues: RuleText(
      condition: "a change inside a nested list or dict reached the manager",
      truth: "What you get out of a managed object is a copy. Only an assignment brings it back."),
    .atomicAdd: RuleText(
      condition: "`+=` on a shared value were one step",
      truth: "It is a read and then a write, and another process can come between them."),
    .pipeEnds: RuleText(
      condition: "a pipe ended when its sender stops",
      truth: "It ends when every copy of its sending end is closed, and the receiver may have one "
        + "itself."),
    .daemonsFinish: RuleText(
      condition: "daemons finished their work before the program ends",
      truth: "A daemon is killed when its parent ends, whatever it is doing."),
  ]

  private static let chinese: [WrongRules: RuleText] = [
    .atomicFiles: RuleText(
      condition: "读文件和写文件是一步完成的",
      truth: "它们是好几步：别的进程可以插到中间；而且以写方式打开文件，会立刻把它清空。"),
    .sharedGlobals: RuleText(
      condition: "各个进程共用变量",
      truth: "每个进程有自己的内存：子进程改了什么，父进程永远看不到。"),
    .noFeeder: RuleText(
      condition: "`put()` 一返回，数据就已经在队列里",
      truth: "`put()` 只是把数据交给喂料线程，由它稍后写进队列的管道。"),
    .fifo: RuleText(
      condition: "队列保持所有 `put` 的先后次序，不管是谁放的",
      truth: "队列只保持同一个生产者的次序；两个生产者的数据可能互换先后。"),
    .sleepOrders: RuleText(
      condition: "`sleep()` 能决定谁先谁后",
      truth: "sleep 只保证至少等这么久；醒来之后，进程仍可能被耽搁任意长的时间。"),
    .reentrantLock: RuleText(
      condition: "进程可以再次获得自己已经持有的 `Lock`",
      truth: "`Lock` 被持有时谁也进不来，持有者自己也不行；能再次获得的是 `RLock`。"),
    .joinIsLock: RuleText(
      condition: "`join()` 让子进程一次只运行一个",
      truth: "`join()` 只让调用者等待；已经启动的子进程照样同时运行。"),
    .nestedValues: RuleText(
      condition: "对嵌套的列表或字典的修改会传到管理器",
      truth: "从托管对象里取出来的是副本；只有重新赋值才会写回去。"),
    .atomicAdd: RuleText(
      condition: "对共享值的 `+=` 是一步完成的",
      truth: "它先读后写，别的进程可以插到中间。"),
    .pipeEnds: RuleText(
      condition: "发送者一停，管道就结束",
      truth: "发送端的每一份副本都关闭之后，管道才结束；接收者自己手里可能也有一份。"),
    .daemonsFinish: RuleText(
      condition: "守护进程会在程序结束之前做完自己的工作",
      truth: "父进程一结束，守护进程就被终止，不管它正在做什么。"),
  ]
}
