import Messenger
import Wire

/// What was sent before.
extension MatrixBot {
    /// One of our own events with this mark, among the last few hundred of a room.
    func find(
        _ mark: String, in room: String, pages: Int = 5
    ) async throws(Refusal) -> String? {
        let own = own.name.text
        var start: String?
        for page in 0..<pages {
            if page > 0, start == nil { return nil }
            let answer = try await result(of: .earlier(in: room, than: start, limit: 100))
            let events = (answer["chunk"]?.elements ?? []).compactMap(RoomEvent.init)
            let found = events.first {
                $0.sender == own && $0.content[MessageContent.member]?.text == mark
            }
            if let found { return found.id }
            start = answer["end"]?.text
        }
        return nil
    }

    /// The same in the other rooms of somebody who has several: the server knows a transaction in
    /// one room only, and they may have gone to another since it was first tried.
    func findElsewhere(
        _ mark: String, of user: String, but room: String
    ) async throws(Refusal) -> String? {
        for other in await rooms.rooms(of: user).filter({ $0 != room }).prefix(3) {
            do throws(Refusal) {
                if let sent = try await find(mark, in: other, pages: 1) { return sent }
            } catch {
                // One that the bot isn't in any more has nothing new in it.
                if error.passes { throw error }
            }
        }
        return nil
    }
}
