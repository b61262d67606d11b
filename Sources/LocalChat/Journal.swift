extension LocalChat {
    /// One call of the Bot API that came in.
    package struct Call: Sendable, Hashable {
        /// Counts from 1.
        package let number: Int
        /// The method as the caller spelt it.
        package let method: String
        /// The parameters as text; a file as its length. Never the token.
        package let arguments: [String: String]
        /// The HTTP status it was answered with; 0 for a connection that was reset.
        package let status: Int
        /// Why it was refused; nil if it was not.
        package let refusal: String?
        /// Seconds since 1970, by the platform's clock, when it was answered.
        package let at: Double
    }
}

/// The calls that came in, the newest ones kept.
struct Journal: Sendable {
    static let maximumCalls = 10_000

    private(set) var calls: [LocalChat.Call] = []
    private(set) var count = 0

    mutating func note(
        _ method: String, _ arguments: [String: String], status: Int, refusal: String?, at: Double
    ) {
        count += 1
        if calls.count >= Self.maximumCalls { calls.removeFirst(Self.maximumCalls / 10) }
        calls.append(
            LocalChat.Call(
                number: count, method: method, arguments: arguments, status: status,
                refusal: refusal, at: at))
    }
}

extension LocalChat.Call {
    /// As the control API writes it.
    var json: JSON {
        let arguments = arguments.sorted { $0.key < $1.key }.map {
            JSON.Member($0.key, .string($0.value))
        }
        return [
            "number": .int(Int64(number)), "method": .string(method),
            "arguments": .object(arguments), "status": .int(Int64(status)),
            "refusal": refusal.map(JSON.string), "at": .double(at),
        ]
    }
}
