import Messenger
import Wire

extension MatrixCall {
    /// Sends an event. The same transaction twice is the same event.
    static func send(
        _ type: String, _ content: [(String, JSONValue)], to room: String, transaction: String
    ) -> MatrixCall {
        MatrixCall.client(.put, "rooms", room, "send", type, transaction).with(content)
    }

    static func redact(_ event: String, in room: String, transaction: String) -> MatrixCall {
        MatrixCall.client(.put, "rooms", room, "redact", event, transaction).with([])
    }

    /// The events by which a message was changed, newest first.
    static func edits(of event: String, in room: String) -> MatrixCall {
        var call = MatrixCall(
            method: .get, steps: ["client", "v1", "rooms", room, "relations", event, "m.replace"])
        call.query = [("limit", "50")]
        return call
    }

    static func upload(_ bytes: [UInt8], type: String) -> MatrixCall {
        var call = MatrixCall(method: .post, steps: ["media", "v3", "upload"])
        call.body = .bytes(bytes, contentType: type)
        call.timeout = .seconds(120)
        return call
    }

    /// A file by its address `mxc://server/id`; nil if it is none.
    static func download(_ address: String, mostBytes: Int) -> MatrixCall? {
        guard address.hasPrefix("mxc://") else { return nil }
        let steps = address.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false)
        guard steps.count == 2, steps.allSatisfy({ !$0.isEmpty }) else { return nil }
        var call = MatrixCall(
            method: .get,
            steps: ["client", "v1", "media", "download", String(steps[0]), String(steps[1])])
        call.timeout = .seconds(120)
        call.maximumBodyBytes = mostBytes
        return call
    }
}
