import CCurl
import CCurlShim
import Glibc
import Messenger

/// Drives all transfers of one client. Lives on a thread of its own and owns every libcurl handle.
final class Loop {
    /// What tasks hold of the loop.
    let inbox: Inbox
    private let multi: UnsafeMutableRawPointer
    private let options: CurlClient.Options
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]
    private var freshness = Freshness()

    /// - Throws: `.notConnected` with libcurl's code if it has no memory.
    init(options: CurlClient.Options) throws(HTTPFault) {
        guard Self.libraryCode == CURLE_OK else {
            throw .notConnected(code: Int(Self.libraryCode.rawValue))
        }
        guard let multi = curl_multi_init() else {
            throw .notConnected(code: Int(CURLE_OUT_OF_MEMORY.rawValue))
        }
        self.multi = multi
        self.options = options
        inbox = Inbox(waking: multi)
    }

    deinit {
        inbox.detach()
        curl_multi_cleanup(multi)
    }

    /// libcurl's set-up for the whole process, once.
    private static let libraryCode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Works until it is told to stop; then whatever still runs ends as cancelled.
    func run() {
        setLimits()
        while obeyCommands() {
            var stillRunning: CInt = 0
            curl_multi_perform(multi, &stillRunning)
            finishDone()
            finishOverdue()
            // A wake-up may be swallowed while libcurl performs; the inbox itself is the truth.
            if inbox.isEmpty { waitForWork() }
        }
        cancelAll()
        inbox.markEnded()
    }

    private func setLimits() {
        let connections = max(1, options.maximumConnectionsPerHost)
        curlshim_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, connections)
        // Otherwise the pool grows with the busiest moment and keeps that size.
        curlshim_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
    }

    /// Returns false if it is time to stop.
    private func obeyCommands() -> Bool {
        for command in inbox.takeAll() {
            switch command {
            case .start(let order): start(order)
            case .cancel(let ticket): cancel(ticket)
            case .stop: return false
            }
        }
        return true
    }

    private func start(_ order: Inbox.Order) {
        guard !order.ticket.isCancelled else {
            return order.waiter.resume(returning: .failure(.cancelled))
        }
        do throws(HTTPFault) {
            let transfer = try Transfer(
                order, options: options, freshness: freshness.rule(at: .now))
            guard curl_multi_add_handle(multi, transfer.easy.raw) == CURLM_OK else {
                throw .notConnected(code: Int(CURLE_OUT_OF_MEMORY.rawValue))
            }
            running[transfer.easy.raw] = transfer
        } catch {
            order.waiter.resume(returning: .failure(error))
        }
    }

    private func cancel(_ ticket: Ticket) {
        // Nothing is found when it has ended in the meantime.
        guard let transfer = running.values.first(where: { $0.ticket === ticket }) else { return }
        end(transfer, with: .failure(.cancelled))
    }

    private func finishDone() {
        var handle: UnsafeMutableRawPointer?
        var code = CURLE_OK
        while curlshim_multi_next_done(multi, &handle, &code) != 0 {
            guard let handle, let transfer = running[handle] else { continue }
            finish(transfer, code)
        }
    }

    /// Ends what has taken its whole time. libcurl does so too, but 7.88 forgets about a transfer
    /// as long as that waits for a free connection.
    private func finishOverdue() {
        let now = ContinuousClock.now
        for transfer in running.values.filter({ $0.deadline <= now }) {
            finish(transfer, CURLE_OPERATION_TIMEDOUT)
        }
    }

    private func finish(_ transfer: Transfer, _ code: CURLcode) {
        let outcome = transfer.outcome(of: code)
        if case .failure(let fault) = outcome, fault.concernsTheConnection {
            freshness.noteBreak(at: .now)
        }
        end(transfer, with: outcome)
    }

    private func end(_ transfer: Transfer, with result: Result<HTTPResponse, HTTPFault>) {
        curl_multi_remove_handle(multi, transfer.easy.raw)
        running[transfer.easy.raw] = nil
        transfer.finish(result)
    }

    private func cancelAll() {
        for transfer in Array(running.values) { end(transfer, with: .failure(.cancelled)) }
    }

    private func waitForWork() {
        var limit = Duration.seconds(60)
        if let deadline = running.values.map(\.deadline).min() {
            limit = min(limit, ContinuousClock.now.duration(to: deadline))
        }
        // Rounded up, so as not to wake just before. libcurl shortens it to its own time-outs.
        let milliseconds = CInt(max(0, limit.wholeMilliseconds) + 1)
        let code = curl_multi_poll(multi, nil, 0, milliseconds, nil)
        // If it can't wait (no memory, no descriptors) the loop must not spin.
        if code != CURLM_OK { poll(nil, 0, 10) }
    }
}

extension HTTPFault {
    /// Whether connections made before it are in doubt.
    fileprivate var concernsTheConnection: Bool {
        switch self {
        case .notConnected, .broken, .timedOut: true
        case .tooLarge, .invalid, .cancelled: false
        }
    }
}
