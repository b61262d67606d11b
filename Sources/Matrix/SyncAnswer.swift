import Messenger
import Wire

/// What one poll brought, room by room.
struct SyncAnswer {
    /// Where the next poll goes on.
    let next: String
    let joined: [Joined]
    let invited: [Invitation]
    let left: [Left]

    struct Joined {
        let room: String
        /// Whether there is more than `events` since the last poll.
        let isLimited: Bool
        /// Where `events` begin.
        let start: String?
        let events: [RoomEvent]
        let state: [RoomEvent]
    }

    struct Invitation: Equatable {
        let room: String
        let inviter: String
        /// Whether it is meant for two.
        let isDirect: Bool
    }

    struct Left {
        let room: String
        let events: [RoomEvent]
    }

    /// - Parameter own: the bot's own account.
    init(_ answer: JSONSlice, own: String) throws(Refusal) {
        guard let next = answer["next_batch"]?.text else {
            throw .fault(.unreachable(sent: true))
        }
        self.next = next
        let rooms = answer["rooms"]
        joined = (rooms?["join"]?.named ?? []).map { room, value in
            let timeline = value["timeline"]
            return Joined(
                room: room, isLimited: timeline?["limited"]?.flag ?? false,
                start: timeline?["prev_batch"]?.text, events: timeline?.events ?? [],
                state: value["state"]?.events ?? [])
        }
        invited = (rooms?["invite"]?.named ?? []).compactMap { room, value in
            Invitation(room, value["invite_state"]?["events"]?.elements ?? [], own: own)
        }
        left = (rooms?["leave"]?.named ?? []).map { room, value in
            Left(room: room, events: value["timeline"]?.events ?? [])
        }
    }
}

extension SyncAnswer.Invitation {
    /// Stripped events have neither an id nor a time.
    fileprivate init?(_ room: String, _ events: [JSONSlice], own: String) {
        // Our own server puts the invitation itself last; what stands before it is another
        // server's word about the room.
        let invitation = events.last {
            $0["type"]?.text == "m.room.member" && $0["state_key"]?.text == own
                && $0["content"]?["membership"]?.text == "invite"
        }
        guard let inviter = invitation?["sender"]?.text, inviter != own else { return nil }
        self.init(
            room: room, inviter: inviter,
            isDirect: invitation?["content"]?["is_direct"]?.flag ?? false)
    }
}

extension JSONSlice {
    /// The members of an object by name, in order.
    fileprivate var named: [(String, JSONSlice)] {
        (members ?? []).compactMap { member in member.name.text.map { ($0, member.value) } }
    }

    fileprivate var events: [RoomEvent] {
        (self["events"]?.elements ?? []).compactMap(RoomEvent.init)
    }
}
