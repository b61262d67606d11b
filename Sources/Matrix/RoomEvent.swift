import Wire

/// One event of a room, read only as far as what every event has.
struct RoomEvent {
    let id: String
    let type: String
    let sender: String
    let stateKey: String?
    /// When its server took it, in milliseconds; somebody else's clock.
    let time: Int64
    let content: JSONSlice
    /// What a membership was before; nil if that isn't told.
    let membershipBefore: String?
    /// What it takes away, if it is such an event; told at one of two places.
    let redacts: String?

    /// Nil if there is no knowing what it is, or who did it.
    init?(_ event: JSONSlice) {
        guard let id = event["event_id"]?.text, let type = event["type"]?.text,
            let sender = event["sender"]?.text, let content = event["content"],
            (1...255).contains(id.utf8.count)
        else { return nil }
        self.id = id
        self.type = type
        self.sender = sender
        self.content = content
        stateKey = event["state_key"]?.text
        time = event["origin_server_ts"]?.integer ?? 0
        membershipBefore = event["unsigned"]?["prev_content"]?["membership"]?.text
        redacts = content["redacts"]?.text ?? event["redacts"]?.text
    }

    /// What it means to us.
    var happening: Happening {
        switch type {
        case "m.room.message": message
        case "m.sticker": .somethingElse
        case "m.reaction": reaction
        case "m.room.redaction": redacts.map(Happening.takenAway) ?? .nothing
        case "m.room.member": membership
        case "m.room.encryption": stateKey == "" ? .encrypted : .nothing
        case "m.room.encrypted": .unreadable
        case "m.room.tombstone":
            stateKey == ""
                ? content["replacement_room"]?.text.map(Happening.replaced) ?? .nothing
                : .nothing
        // not our enum
        default: .nothing
        }
    }

    private var message: Happening {
        guard let kind = content["msgtype"]?.text, let body = content["body"]?.text else {
            // Taken away since, or nothing that anybody wrote.
            return .nothing
        }
        let relation = content["m.relates_to"]
        if relation?["rel_type"]?.text == "m.replace" {
            guard let old = relation?["event_id"]?.text,
                let text = content["m.new_content"]?["body"]?.text, kind == "m.text"
            else { return .nothing }
            return .changed(old, text)
        }
        let replyTo = relation?["m.in_reply_to"]?["event_id"]?.text
        switch kind {
        case "m.text", "m.emote":
            return .said(replyTo == nil ? body : body.withoutQuotation, replyTo: replyTo)
        case "m.notice": return .nothing
        case "m.audio":
            // A file in an encrypted room has no address of its own; what is no address of a file
            // is somebody's link, and goes to nobody.
            guard let address = content["url"]?.text, address.utf8.count <= 255,
                MatrixCall.download(address, mostBytes: 0) != nil
            else { return .somethingElse }
            let milliseconds = content["info"]?["duration"]?.integer ?? 0
            return .spoken(
                address, seconds: Int(min(max(milliseconds, 0), 86_400_000) / 1_000),
                replyTo: replyTo)
        // not our enum
        default: return .somethingElse
        }
    }

    private var reaction: Happening {
        let relation = content["m.relates_to"]
        guard relation?["rel_type"]?.text == "m.annotation",
            let to = relation?["event_id"]?.text, let key = relation?["key"]?.text,
            key.utf8.count <= 64
        else { return .nothing }
        return .reacted(to, key)
    }

    private var membership: Happening {
        guard let user = stateKey, let now = content["membership"]?.text else { return .nothing }
        return .membership(user, Membership(now), before: membershipBefore.map(Membership.init))
    }
}

/// What an event means.
enum Happening: Equatable {
    case said(String, replyTo: String?)
    case spoken(_ address: String, seconds: Int, replyTo: String?)
    /// A message has another text now.
    case changed(String, String)
    case reacted(String, String)
    case takenAway(String)
    case membership(String, Membership, before: Membership?)
    /// From now on the room is encrypted.
    case encrypted
    /// Something was said that only its readers' devices can open.
    case unreadable
    /// The room goes on as another.
    case replaced(String)
    /// A picture, a sticker, a place.
    case somethingElse
    case nothing
}

enum Membership: Equatable {
    case joined, invited, left, banned, other

    init(_ text: String) {
        switch text {
        case "join": self = .joined
        case "invite": self = .invited
        case "leave": self = .left
        case "ban": self = .banned
        // not our enum
        default: self = .other
        }
    }

    var isHere: Bool { self == .joined }
}

extension String {
    /// A reply without the lines in which older clients repeat what it answers.
    fileprivate var withoutQuotation: String {
        guard hasPrefix("> <") || hasPrefix("> * <") else { return self }
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        let own = lines.drop { $0.hasPrefix(">") }
        return (own.first?.isEmpty == true ? own.dropFirst() : own).joined(separator: "\n")
    }
}

extension Happening {
    /// Whether somebody says something, rather than change what was said.
    var isSaid: Bool {
        switch self {
        case .said, .spoken, .somethingElse: true
        case .changed, .reacted, .takenAway, .membership, .encrypted, .unreadable, .replaced,
            .nothing:
            false
        }
    }
}
