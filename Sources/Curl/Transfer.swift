import CCurl
import CCurlShim
import Messenger

/// One exchange while libcurl works on it. Belongs to the loop's thread.
///
/// libcurl's callbacks hold it by an unretained pointer: the loop keeps it until its handle is
/// out of the multi handle.
final class Transfer {
    let ticket: Ticket
    let easy: EasyHandle
    /// When it has taken its whole time.
    let deadline: ContinuousClock.Instant
    private let waiter: CheckedContinuation<Result<HTTPResponse, HTTPFault>, Never>
    private let maximumBodyBytes: Int
    private let mayRepeat: Bool

    private var headers = HeaderBlock()
    private var body: [UInt8] = []
    private var isTooLarge = false
    /// Bytes that had gone to a proxy before the first attempt; nil while there was none.
    private var bytesBeforeFirstAttempt: Int?
    private var refusedToRepeat = false

    init(
        _ order: Inbox.Order, options: CurlClient.Options, freshness: Freshness.Rule
    ) throws(HTTPFault) {
        ticket = order.ticket
        waiter = order.waiter
        deadline = .now + order.request.timeout.bounded
        maximumBodyBytes = order.request.maximumBodyBytes
        mayRepeat = order.request.method == .get
        easy = try EasyHandle()
        try easy.prepare(order.request, options: options, freshness: freshness)
        try attachCallbacks()
    }

    /// Tells the one who waits how it ended. Called exactly once.
    func finish(_ result: Result<HTTPResponse, HTTPFault>) {
        waiter.resume(returning: result)
    }

    /// What libcurl's code means. Read it before the handle leaves the multi handle.
    func outcome(of code: CURLcode) -> Result<HTTPResponse, HTTPFault> {
        if isTooLarge { return .failure(.tooLarge) }
        if refusedToRepeat {
            // The first attempt's end: the server hung up without an answer.
            return .failure(.broken(code: Int(CURLE_GOT_NOTHING.rawValue), sent: true))
        }
        guard code == CURLE_OK else { return .failure(fault(of: code)) }
        let status = easy.read(CURLINFO_RESPONSE_CODE)
        guard status >= 200 else {
            let code = Int(CURLE_WEIRD_SERVER_REPLY.rawValue)
            return .failure(.broken(code: code, sent: true))
        }
        return .success(HTTPResponse(status: status, headers: headers.fields, body: body))
    }

    private func fault(of code: CURLcode) -> HTTPFault {
        let hasAttempted = bytesBeforeFirstAttempt != nil
        let number = Int(code.rawValue)
        switch code {
        case CURLE_OPERATION_TIMEDOUT:
            return .timedOut(sent: hasSent)
        // After an attempt, these two are about the answer, not about our address.
        case CURLE_UNSUPPORTED_PROTOCOL where !hasAttempted,
            CURLE_URL_MALFORMAT where !hasAttempted:
            return .invalid
        default:
            return hasAttempted ? .broken(code: number, sent: hasSent) : .notConnected(code: number)
        }
    }

    /// Whether some of the request may have left. libcurl counts what it wrote over all attempts,
    /// with what it said to a proxy to get through.
    private var hasSent: Bool {
        bytesBeforeFirstAttempt.map { easy.read(CURLINFO_REQUEST_SIZE) > $0 } ?? false
    }
}

// MARK: What libcurl calls

extension Transfer {
    private func attachCallbacks() throws(HTTPFault) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        try easy.set(CURLOPT_WRITEFUNCTION, callback: bodyArrived)
        try easy.set(CURLOPT_WRITEDATA, context: me)
        try easy.set(CURLOPT_HEADERFUNCTION, callback: headerArrived)
        try easy.set(CURLOPT_HEADERDATA, context: me)
        try easy.set(prereq: attemptComes)
        try easy.set(CURLOPT_PREREQDATA, context: me)
    }

    fileprivate func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= maximumBodyBytes - body.count else {
            isTooLarge = true
            body = []
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    fileprivate func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        isTooLarge = !headers.read(line)
        return !isTooLarge
    }

    /// Asked each time the connection stands and the request is about to be written.
    ///
    /// When a reused connection dies without an answer, libcurl repeats the request on a new one
    /// by itself, a POST too. The server may have acted on the first: whether to send a letter
    /// twice is not libcurl's to decide.
    fileprivate func mayAttempt() -> Bool {
        guard bytesBeforeFirstAttempt != nil else {
            bytesBeforeFirstAttempt = easy.read(CURLINFO_REQUEST_SIZE)
            return true
        }
        refusedToRepeat = hasSent && !mayRepeat
        return !refusedToRepeat
    }
}

private func bodyArrived(
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
    return transfer(at: context).takeBody(bytes) ? bytes.count : bytes.count &+ 1
}

private func headerArrived(
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let line = UnsafeRawBufferPointer(start: data, count: size * count)
    return transfer(at: context).takeHeader(line) ? line.count : line.count &+ 1
}

private func attemptComes(
    _ context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?,
    _: UnsafeMutablePointer<CChar>?, _: CInt, _: CInt
) -> CInt {
    guard let context, transfer(at: context).mayAttempt() else { return CURL_PREREQFUNC_ABORT }
    return CURL_PREREQFUNC_OK
}

private func transfer(at context: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
}
