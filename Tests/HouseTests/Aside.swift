import Control

/// Runs what waits for the daemon on a thread of its own, so that the daemon has room to answer.
func aside<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await Control.aside { Result { try body() } }.get()
}
