import CCurl
package import Messenger

/// Carries out HTTP exchanges through libcurl, all on one thread of its own.
///
/// Connections are kept and reused. Redirects are never followed, certificates always checked,
/// and no fault holds anything of a request or an answer. A POST or PUT leaves at most once.
package final class CurlClient: Sendable {
    private let inbox: Inbox
    private let thread: LoopThread

    /// Starts the thread. It ends with ``close()``, or when the client is no longer referred to.
    ///
    /// - Throws: `.notConnected` with libcurl's code if the machine has no memory or thread left.
    package init(options: Options = Options()) throws(HTTPFault) {
        let loop = try Loop(options: options)
        inbox = loop.inbox
        guard let thread = LoopThread(running: loop) else {
            throw .notConnected(code: Int(CURLE_OUT_OF_MEMORY.rawValue))
        }
        self.thread = thread
    }

    deinit {
        inbox.stop()
        thread.letGo()
    }

    /// Carries out one request, once.
    ///
    /// Cancelling the task ends it at once, whatever it is about, with `.cancelled`; then the
    /// request may have left or not.
    ///
    /// - Throws: `.cancelled` also after ``close()``.
    package func exchange(_ request: HTTPRequest) async throws(HTTPFault) -> HTTPResponse {
        let ticket = Ticket()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                inbox.start(Inbox.Order(ticket: ticket, request: request, waiter: waiter))
            }
        } onCancel: {
            inbox.cancel(ticket)
        }
        return try result.get()
    }

    /// Cancels what runs and returns when the thread has ended. May be called more than once.
    package func close() async {
        inbox.stop()
        await withCheckedContinuation { inbox.callWhenEnded($0) }
        thread.join()
    }
}

extension CurlClient: CustomStringConvertible, CustomReflectable {
    /// Only its name: what it holds may lead to addresses and texts.
    package var description: String { "CurlClient" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
