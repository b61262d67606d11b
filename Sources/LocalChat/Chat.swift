/// One chat: who it is with, and what was said.
///
/// Pure: the version and the clock come as arguments. Every change carries a version, so that a
/// page or a test can ask for what is new since it last looked.
struct Chat: Sendable {
    typealias Message = LocalChat.Message

    /// Older messages are forgotten beyond this many.
    static let maximumMessages = 2_000
    static let maximumDeletions = 200
    static let maximumNotices = 20

    var person: LocalChat.Person
    /// Whether the person has ever written; before that a bot can't.
    var hasStarted = false
    var isBlocked = false
    /// Whether the bot left this group.
    var wasLeft = false
    private(set) var messages: [Message] = []
    private(set) var deletions: [(message: Int64, version: Int)] = []
    /// The newest version whose deletion was forgotten: who asks from before gets everything.
    private(set) var forgottenVersion = 0
    private(set) var notices: [Notice] = []
    /// The moment the bot's "typing" ends; nil if it does not type.
    var typing: ContinuousClock.Instant?
    var version = 0
    private var nextID: Int64 = 1

    /// What an answered press shows for a moment.
    struct Notice: Sendable {
        let version: Int
        let text: String
        let isAlert: Bool
    }

    init(person: LocalChat.Person) { self.person = person }

    /// Appends a message and gives it its id.
    @discardableResult
    mutating func append(version: Int, _ make: (Int64) -> Message) -> Message {
        var message = make(nextID)
        message.version = version
        nextID += 1
        self.version = version
        messages.append(message)
        if messages.count > Self.maximumMessages {
            let excess = messages.count - Self.maximumMessages + Self.maximumMessages / 10
            messages.removeFirst(excess)
            forgottenVersion = version - 1
        }
        return message
    }

    func message(_ id: Int64) -> Message? { index(of: id).map { messages[$0] } }

    /// Changes a message in place and returns it; nil if it is not there.
    @discardableResult
    mutating func change(_ id: Int64, version: Int, _ body: (inout Message) -> Void) -> Message? {
        guard let index = index(of: id) else { return nil }
        body(&messages[index])
        messages[index].version = version
        self.version = version
        return messages[index]
    }

    mutating func delete(_ id: Int64, version: Int) {
        guard let index = index(of: id) else { return }
        messages.remove(at: index)
        self.version = version
        deletions.append((id, version))
        if deletions.count > Self.maximumDeletions {
            forgottenVersion = max(forgottenVersion, deletions.removeFirst().version)
        }
    }

    mutating func notify(_ text: String, isAlert: Bool, version: Int) {
        notices.append(Notice(version: version, text: text, isAlert: isAlert))
        if notices.count > Self.maximumNotices { notices.removeFirst() }
        self.version = version
    }

    /// Ids ascend, so half of what is left can be ruled out with each look.
    private func index(of id: Int64) -> Int? {
        var low = 0
        var high = messages.count
        while low < high {
            let middle = (low + high) / 2
            if messages[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < messages.count && messages[low].id == id ? low : nil
    }
}
