/// The platform's limits, in UTF-16 units unless the name says otherwise.
enum Limits {
    static let text = 4_096
    static let caption = 1_024
    /// A given name, in characters.
    static let name = 64
    /// A notice after the press of a button.
    static let notice = 200
    static let buttonDataBytes = 64
    static let pollSeconds = 50
    static let updatesPerPoll = 100
    /// Chat ids have at most 52 significant bits.
    static let chatID = Int64(1) << 52
    /// Ids of updates wrap well below this.
    static let updateID = Int64(1) << 53
}
