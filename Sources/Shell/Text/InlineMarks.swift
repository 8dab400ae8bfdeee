// The one mark that our own sentences use: `code` in backticks. Flows in: a phrase. Flows out: the
// same with its code styled. The backticks stay, so that plain text reads as well.

package enum InlineMarks {
  package static func read(_ words: String, style: TextStyle = []) -> StyledText {
    var text = StyledText()
    var isCode = false
    for piece in words.split(separator: "`", omittingEmptySubsequences: false) {
      if isCode {
        text.append("`\(piece)`", style: style.union(.code))
      } else {
        text.append(String(piece), style: style)
      }
      isCode.toggle()
    }
    // An odd backtick is no mark.
    return words.filter { $0 == "`" }.count.isMultiple(of: 2)
      ? text : StyledText(words, style: style)
  }
}
