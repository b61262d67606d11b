/// A text as it concerns us: `/command@us …` becomes `/command …`, and a command for another bot
/// is nil. Everything else is what somebody wrote, and stays as it is.
///
/// While our own name is unknown every bot's name counts as ours: in a private chat a command is
/// hardly ever for anybody else.
func textForUs(_ text: String, username: String?) -> String? {
    guard text.first == "/", let at = text.firstIndex(of: "@") else { return text }
    let end = text.firstIndex(where: \.isWhitespace) ?? text.endIndex
    guard at < end else { return text }
    let command = text[..<at]
    let name = text[at..<end].dropFirst().lowercased()
    // Bots have names that end so; anything else may be a person's own words ("/us@home").
    let isOurs = name == username?.lowercased()
    guard isOurs || name.hasSuffix("bot"), name.utf8.allSatisfy(isNameByte),
        (2...33).contains(command.utf8.count), command.utf8.dropFirst().allSatisfy(isNameByte)
    else { return text }
    return isOurs || username == nil ? String(command + text[end...]) : nil
}
