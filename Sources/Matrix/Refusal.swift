import Messenger
import Wire

/// Why a call wasn't carried out, as finely as the adapter tells it apart. Holds no text from the
/// wire.
enum Refusal: Error, Sendable, Equatable {
    /// Nobody answered, or something that isn't the server.
    case fault(Fault)
    /// Too many requests: wait so long. The server counts an account's, whatever the room.
    case limited(Duration)
    /// The token has run out, the login is good still.
    case softLoggedOut
    /// The login is gone: a person must look after it.
    case loggedOut
    case forbidden
    case notFound
    case duplicate
    case tooLarge
    /// The server can't make sense of the call: for a poll, of the place it is to go on from.
    case senseless
    case other

    /// The remedy, where the caller has no better one.
    var fault: Fault {
        switch self {
        case .fault(let fault): fault
        case .limited(let wait): .tooManyRequests(retryAfter: wait, everywhere: true)
        case .softLoggedOut: .unreachable(sent: false)
        case .loggedOut: .unauthorised
        case .forbidden: .recipientGone
        case .notFound: .refused(reason: "not found")
        case .duplicate: .refused(reason: "duplicate")
        case .tooLarge: .refused(reason: "too long")
        case .senseless, .other: .refused(reason: "other")
        }
    }

    /// Whether our own server can't be had for now. Where it answers that it failed, another server
    /// that it asked may be the one that did.
    var isOfOwnServer: Bool {
        switch self {
        case .fault(.unreachable(sent: true)): false
        case .fault, .limited, .softLoggedOut, .loggedOut: true
        case .forbidden, .notFound, .duplicate, .tooLarge, .senseless, .other: false
        }
    }

    /// Whether the same call may go through later: then what was to be done waits for it.
    var passes: Bool {
        switch self {
        case .fault, .limited, .softLoggedOut, .loggedOut: true
        case .forbidden, .notFound, .duplicate, .tooLarge, .senseless, .other: false
        }
    }
}

/// What a home server said: an object, or `{"errcode":…,"error":…}`.
struct Reply {
    private let response: HTTPResponse
    private let document: JSONSlice

    init(_ response: HTTPResponse) {
        self.response = response
        document = JSONSlice(response.body)
    }

    /// What a call that was carried out brought.
    func result() throws(Refusal) -> JSONSlice {
        if (200..<300).contains(response.status) {
            guard document.members != nil else { throw .fault(.unreachable(sent: true)) }
            return document
        }
        // Old servers wrap the error once more.
        let error = document["errcode"] == nil ? document["error"] ?? document : document
        guard let code = error["errcode"]?.text else { throw foreignFault }
        if response.status >= 500 { throw .fault(.unreachable(sent: true)) }
        if response.status == 429 { throw .limited(wait(error)) }
        switch code {
        case "M_LIMIT_EXCEEDED": throw .limited(wait(error))
        case "M_UNKNOWN_TOKEN":
            throw error["soft_logout"]?.flag == true ? .softLoggedOut : .loggedOut
        case "M_MISSING_TOKEN", "M_USER_DEACTIVATED", "M_USER_LOCKED": throw .loggedOut
        // It may be let do so again; until then everything waits.
        case "M_RESOURCE_LIMIT_EXCEEDED", "M_USER_SUSPENDED", "M_CONSENT_NOT_GIVEN":
            throw .fault(.unreachable(sent: false))
        case "M_FORBIDDEN", "M_GUEST_ACCESS_FORBIDDEN", "M_UNABLE_TO_AUTHORISE_JOIN":
            throw .forbidden
        case "M_NOT_FOUND": throw .notFound
        case "M_DUPLICATE_ANNOTATION": throw .duplicate
        case "M_TOO_LARGE": throw .tooLarge
        case "M_UNKNOWN", "M_INVALID_PARAM", "M_UNKNOWN_POS": throw .senseless
        // not our enum
        default: throw response.status == 401 ? .loggedOut : .other
        }
    }

    /// Somebody else answered: a proxy, a captive portal. Whether the server carried the call
    /// out is unknown after a 2xx or 5xx; a redirect or a 4xx turned it away before.
    private var foreignFault: Refusal {
        switch response.status {
        case 429: .limited(wait(document))
        case 413: .tooLarge
        case 300..<500: .fault(.unreachable(sent: false))
        // not our enum
        default: .fault(.unreachable(sent: true))
        }
    }

    /// Told by the header, else by the body in milliseconds, else taken to be 5 s; never longer
    /// than a day.
    private func wait(_ error: JSONSlice) -> Duration {
        let header = response.header("Retry-After").flatMap { Int64($0) }
        let body = error["retry_after_ms"]?.integer.map { $0 / 1_000 + 1 }
        return .seconds((header ?? body).map { min(max($0, 1), 86_400) } ?? 5)
    }
}
