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
    private var swept: Int64?
    /// When invitations were taken lately, in milliseconds since 1970, by whom.
    private var taken: [(time: Int64, user: String)] = []

    private struct Room {
        /// Who has joined or is invited, without the bot; nil if that isn't known.
        var members: [String: Membership]?
        var isEncrypted: Bool?
        /// When the bot came, in milliseconds since 1970.
        var joinedAt: Int64?
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

    // MARK: guests

    /// A day, in milliseconds.
    static let day: Int64 = 86_400_000
    /// So many invitations are taken in an hour: of one, and of all.
    static let mostOfOne = 5
    static let mostOfAll = 60

    /// Whether one more invitation of theirs is taken; counted if so.
    func takesInvitation(of user: String, at now: Int64) -> Bool {
        taken.removeAll { now - $0.time > Rooms.day / 24 }
        guard taken.count < Rooms.mostOfAll,
            taken.count(where: { $0.user == user }) < Rooms.mostOfOne
        else { return false }
        taken.append((now, user))
        return true
    }

    /// Once an hour, and at the start.
    func isTimeToSweep(_ now: Int64) -> Bool {
        if let swept, now - swept < Rooms.day / 24, now >= swept { return false }
        swept = now
        return true
    }

    // MARK: who is there

    /// Who is in a room besides the bot, joined or invited; nil if that must be asked.
    func members(of room: String) -> [String: Membership]? { rooms[room]?.members }

    func know(_ members: [String: Membership], of room: String) {
        rooms[room, default: Room()].members = members.filter { user, membership in
            user != own && (membership == .joined || membership == .invited)
        }
    }

    func know(joinedAt time: Int64, of room: String) {
        rooms[room, default: Room()].joinedAt = time
    }

    func joinedAt(_ room: String) -> Int64? { rooms[room]?.joinedAt }

    /// What is known of the members isn't sure any more.
    func doubt(_ room: String) { rooms[room]?.members = nil }

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
