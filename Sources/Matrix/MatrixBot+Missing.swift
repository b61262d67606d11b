import Messenger
import Wire

/// What happened while the bot was away, and who was there then.
extension MatrixBot {
    /// So many events of one room are fetched at most, after a long time away.
    private static let mostMissed = 2_000
    /// So many bytes of all rooms, in one batch.
    static let mostMissedBytes = 32 << 20

    /// From where on events are missing.
    enum Gap {
        /// A place in what the server tells.
        case after(String)
        /// A moment, in milliseconds since 1970.
        case newer(than: Int64)
    }

    /// What happened between two polls and wasn't brought, in order.
    ///
    /// - Parameters:
    ///   - end: where what was brought begins.
    ///   - left: how many bytes may still be fetched.
    func missed(
        in room: String, _ gap: Gap, to end: String, _ left: inout Int
    ) async throws(Refusal) -> [RoomEvent] {
        switch gap {
        case .after(let start):
            return try await pages(&left) { place in
                .missed(in: room, from: place ?? start, to: end, limit: 50)
            } while: { _, next in
                next != end
            }
        case .newer(let moment):
            return try await pages(&left) { place in
                .earlier(in: room, than: place ?? end, limit: 50)
            } while: { page, _ in
                page.last.map { $0.time > moment } ?? false
            }.reversed()
        }
    }

    /// - Parameters:
    ///   - call: asks for a page, from where the last one ended.
    ///   - goesOn: whether one more is wanted after this page, which ended there.
    private func pages(
        _ left: inout Int, _ call: (_ place: String?) -> MatrixCall,
        while goesOn: (_ page: [RoomEvent], _ next: String) -> Bool
    ) async throws(Refusal) -> [RoomEvent] {
        var events: [RoomEvent] = []
        var place: String?
        while events.count < MatrixBot.mostMissed, left > 0 {
            let answer: JSONSlice
            do throws(Refusal) {
                answer = try await result(of: call(place))
            } catch {
                // A room that can't be looked into keeps nobody else waiting.
                if error.passes { throw error }
                return events
            }
            left -= answer.count
            let page = (answer["chunk"]?.elements ?? []).compactMap(RoomEvent.init)
            events += page
            guard let next = answer["end"]?.text, next != place, goesOn(page, next) else { break }
            place = next
        }
        return events
    }

    /// Who was in a room before these events; nil if nobody has come or gone in them, or if that
    /// can't be told.
    ///
    /// What somebody wrote alone with the bot holds, whoever came in afterwards.
    func membersBefore(
        _ events: ArraySlice<RoomEvent>, in room: String
    ) async throws(Refusal) -> [String: Membership]? {
        let changes = events.map(\.happening).filter { happening in
            guard case .membership(let user, let now, let before) = happening else { return false }
            return user != own.name.text && now != before
        }
        guard !changes.isEmpty else { return nil }
        await rooms.doubt(room)
        var there: [String: Membership]
        do throws(Refusal) {
            there = try await members(of: room)
        } catch {
            if error.passes { throw error }
            return nil
        }
        for change in changes.reversed() {
            guard case .membership(let user, _, let before) = change else { continue }
            there[user] = before
        }
        return there.filter { $0.value == .joined || $0.value == .invited }
    }
}

extension [String: Membership] {
    /// Somebody came or went, other than this one.
    mutating func note(_ happening: Happening, but own: String) {
        guard case .membership(let user, let now, _) = happening, user != own else { return }
        self[user] = now == .joined || now == .invited ? now : nil
    }
}
