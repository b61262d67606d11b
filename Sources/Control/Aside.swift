import Foundation

/// Does what may wait, for a disk or another program, on a thread of its own: one that is shared
/// would keep others waiting.
package func aside<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}
