import NIOConcurrencyHelpers

@testable import LocalChat

/// A clock that only moves when a test turns it.
final class HandClock: Sendable {
    private let seconds = NIOLockedValueBox(1_800_000_000.0)

    var now: Double { seconds.withLockedValue { $0 } }

    func pass(_ time: Double) { seconds.withLockedValue { $0 += time } }
}

/// A platform without a server: calls go straight to it.
struct World {
    static let ada: Int64 = 5_000_000_001
    static let ben: Int64 = 5_000_000_002
    static let token = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"

    let clock = HandClock()
    let platform: Platform

    init(firstUpdateID: Int64? = 500) {
        platform = Platform(configuration: Self.configuration(clock, firstUpdateID))
    }

    static func configuration(
        _ clock: HandClock, _ firstUpdateID: Int64? = 500
    ) -> LocalChat.Configuration {
        LocalChat.Configuration(
            botToken: token, pageToken: "page-token", clock: { clock.now },
            firstUpdateID: firstUpdateID)
    }

    /// Calls a method with parameters as a JSON body gives them, and reads the answer.
    @discardableResult
    func call(_ method: String, _ parameters: JSON = [:]) async throws -> JSON {
        var arguments = Arguments()
        try arguments.setAll(of: parameters)
        return try JSON(reading: await platform.call(method, arguments).body)
    }

    /// The description of a refusal, or nil if the call went well.
    func refusal(_ method: String, _ parameters: JSON) async throws -> String? {
        try await call(method, parameters)["description"]?.text
    }

    /// The updates a poll from this offset gets.
    func updates(_ offset: Int64 = 0, limit: Int64 = 100) async throws -> [JSON] {
        try await call("getUpdates", ["offset": .int(offset), "limit": .int(limit)])["result"]?
            .items ?? []
    }

    /// Starts Ada's chat and confirms its update.
    func started() async throws -> World {
        try await platform.say("/start", in: Self.ada, replyTo: nil)
        _ = try await updates(501)
        return self
    }
}
