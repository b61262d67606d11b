import Dispatch

/// Does what may wait, for a disk or another program, on a thread that isn't everybody's.
package func aside<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        waiting.async { continuation.resume(returning: body()) }
    }
}

private let waiting = DispatchQueue(label: "aside", attributes: .concurrent)
