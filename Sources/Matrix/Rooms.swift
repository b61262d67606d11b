import Messenger
import Wire

/// What is known of the rooms: who is in them, which is whose. Learnt from the server at the
/// start and from what happens since; nothing of it is on our disk.
actor Rooms {
    private let own: String
    private var rooms: [String: Room] = [:]
    /// Rooms for two by the other's account, the one in use first: what `m.direct` says.
    private var direct: [String: [String]] = [:]
    private var names: [String: String] = [:]
    /// The last message with choices in each room; nil if there is none.
    private var asked: [String: Asked?] = [:]
    private var choices: [String: Choices?] = [:]
    private var isDirectChanged = false
    /// Whether it is known whose rooms there are: before that nobody has none.
    private(set) var isLearnt = false
    /// Rooms that go on as others, or that were left: dropped once what told it is saved.
    private var closing: [String: String] = [:]
    /// Rooms that the bot is in alone.
    private var empty: Set<String> = []
    /// Rooms that go on as others: what is said there is heard, and answered in the other.
    private var closed: Set<String> = []
    /// Where the batch at hand begins and ends.
    private(set) var batchStart: String?
    private var batchEnd = ""

    private struct Room {
        /// Who has joined or is invited, without the bot; nil if that isn't known.
        var members: [String: Membership]?
        var isEncrypted: Bool?
        /// When the bot came, in milliseconds since 1970.
        var joinedAt: Int64?
        /// Counts what made the members uncertain: an answer asked for before says nothing.
        var doubts = 0
    }

    struct Asked {
        let message: String
        let choices: Choices
    }

    /// Names and choices that are remembered at most; all of them can be asked for again.
    static let most = 4_096

    init(own: String) { self.own = own }

    // MARK: whose

    /// Takes what the server has; what is no list of rooms is left out.
    func takeDirect(_ content: JSONSlice) {
        for member in content.members ?? [] {
            guard let user = member.name.text, let list = member.value.decoded([String].self)
            else { continue }
            direct[user] = list
        }
    }

    func room(of user: String) -> String? { direct[user]?.first }

    /// Everybody with a room, and the room in use.
    var people: [(user: String, room: String)] {
        direct.sorted { $0.key < $1.key }.compactMap { user, rooms in
            rooms.first.map { (user, $0) }
        }
    }

    func isDirect(_ room: String) -> Bool { direct.values.contains { $0.contains(room) } }

    /// From now on that is where somebody is talked to.
    func use(_ room: String, for user: String) {
        guard direct[user]?.first != room else { return }
        direct[user] = [room] + (direct[user] ?? []).filter { $0 != room }
        isDirectChanged = true
    }

    /// A room of theirs that isn't in use, unless they have no other.
    func add(_ room: String, for user: String) {
        guard direct[user]?.contains(room) != true else { return }
        direct[user, default: []].append(room)
        isDirectChanged = true
    }

    func isTheirs(_ room: String, _ user: String) -> Bool { direct[user]?.contains(room) ?? false }

    func rooms(of user: String) -> [String] { direct[user] ?? [] }

    func learnt() { isLearnt = true }

    func begin(batchFrom since: String?, to next: String) {
        // One that comes once more holds questions that were asked after what stands above them.
        if since != batchEnd { asked.removeAll() }
        batchStart = since
        batchEnd = next
    }

    /// To be dropped once what told it is saved: if it comes again it must be understood again.
    func dropLater(_ room: String) { closing[room] = batchEnd }

    /// To be left, for nobody else is in it.
    func leaveLater(_ room: String) {
        closing[room] = batchEnd
        empty.insert(room)
    }

    /// Rooms that nobody else is in any more, and that are no one's.
    func toLeave() -> [String] { empty.filter { closing[$0] == nil }.sorted() }

    func hasLeft(_ room: String) { empty.remove(room) }

    /// The bot is back in it.
    func reopen(_ room: String) {
        closing[room] = nil
        empty.remove(room)
    }

    /// The batch that ended there is saved.
    func dropClosed(upTo position: String) {
        for (room, end) in closing where end == position {
            drop(room)
            closing[room] = nil
        }
    }

    func close(_ room: String) { closed.insert(room) }
    func isClosed(_ room: String) -> Bool { closed.contains(room) }

    /// A room is no more.
    func drop(_ room: String) {
        rooms[room] = nil
        asked[room] = nil
        for (user, list) in direct where list.contains(room) {
            let left = list.filter { $0 != room }
            direct[user] = left.isEmpty ? nil : left
            isDirectChanged = true
        }
    }

    /// What is to be written to the server, once; nil if nothing has changed.
    func changedDirect() -> JSONValue? {
        guard isDirectChanged else { return nil }
        isDirectChanged = false
        return .object(
            direct.sorted { $0.key < $1.key }.map { user, rooms in
                (user, .list(rooms.map(JSONValue.text)))
            })
    }

    /// Writing failed: it is still to be done.
    func keepChanged() { isDirectChanged = true }

    // MARK: who is there

    /// Who is in a room besides the bot, joined or invited; nil if that must be asked.
    func members(of room: String) -> [String: Membership]? { rooms[room]?.members }

    func doubts(_ room: String) -> Int { rooms[room]?.doubts ?? 0 }

    /// - Parameter doubts: how many there were when it was asked; with more it isn't sure.
    func know(_ members: [String: Membership], of room: String, asOf doubts: Int? = nil) {
        guard doubts == nil || doubts == self.doubts(room) else { return }
        rooms[room, default: Room()].members = members.filter { user, membership in
            user != own && (membership == .joined || membership == .invited)
        }
    }

    func know(joinedAt time: Int64, of room: String) {
        rooms[room, default: Room()].joinedAt = time
    }

    func joinedAt(_ room: String) -> Int64? { rooms[room]?.joinedAt }

    /// What is known of the members isn't sure any more.
    func doubt(_ room: String) {
        rooms[room, default: Room()].doubts += 1
        rooms[room]?.members = nil
    }

    func isEncrypted(_ room: String) -> Bool? { rooms[room]?.isEncrypted }

    func know(isEncrypted: Bool, of room: String) {
        rooms[room, default: Room()].isEncrypted = isEncrypted
    }

    func name(of user: String) -> String? { names[user] }

    func know(name: String, of user: String) {
        if names.count >= Rooms.most { names.removeAll() }
        names[user] = name
    }

    // MARK: what was asked

    /// Nil if that must be looked for.
    func asked(in room: String) -> Asked?? { asked[room] }

    func know(asked last: Asked?, in room: String) {
        if asked.count >= Rooms.most { asked.removeAll() }
        asked[room] = .some(last)
    }

    func choices(of message: String) -> Choices?? { choices[message] }

    func know(_ found: Choices?, of message: String) {
        if choices.count >= Rooms.most { choices.removeAll() }
        choices[message] = .some(found)
    }
}
