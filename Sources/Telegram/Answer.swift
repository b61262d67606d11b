import Messenger
import Wire

/// What the Bot API said: `{"ok":true,"result":…}`, or `{"ok":false,…}` with a code, a
/// description for programmers, and perhaps parameters.
struct Answer {
    private let document: JSONSlice
    private let response: HTTPResponse

    init(_ response: HTTPResponse) {
        self.response = response
        document = JSONSlice(response.body)
    }

    /// The result of a call that was carried out. `platform` names the address in `.moved`.
    func result(of call: BotCall, platform: String) throws(Fault) -> JSONSlice {
        switch document["ok"]?.flag {
        case true:
            guard let result = document["result"] else { throw .unreachable(sent: true) }
            return result
        case false: throw refusal(of: call, platform: platform)
        case nil: throw foreignFault(of: call)
        }
    }

    /// The API itself said no.
    private func refusal(of call: BotCall, platform: String) -> Fault {
        let parameters = document["parameters"]
        if let chat = parameters?["migrate_to_chat_id"]?.integer {
            return .moved(to: Address(platform: platform, chat: String(chat)))
        }
        let code = document["error_code"]?.integer ?? Int64(response.status)
        if code == 429 {
            return flood(of: call, seconds: parameters?["retry_after"]?.integer)
        }
        return Refusal.fault(
            code: code, description: document["description"]?.text?.lowercased() ?? "")
    }

    /// Somebody else answered: a proxy, a captive portal, a balancer. Whether the API carried the
    /// call out is unknown after a 2xx or 5xx; a redirect or a 4xx turned it away before.
    private func foreignFault(of call: BotCall) -> Fault {
        switch response.status {
        case 429: flood(of: call, seconds: nil)
        case 413: .refused(reason: Refusal.tooLong.rawValue)
        case 300..<500: .unreachable(sent: false)
        // not our enum
        default: .unreachable(sent: true)
        }
    }

    /// The wait is told in the body, else in the header, else taken to be 5 s; never longer than
    /// a day, for a limit on everything.
    private func flood(of call: BotCall, seconds: Int64?) -> Fault {
        let told = seconds ?? response.header("Retry-After").flatMap { Int64($0) }
        let wait = told.map { min(max($0, 1), 86_400) } ?? 5
        let isEverywhere =
            switch call.floodReach {
            case .here: false
            case .everywhere: true
            }
        return .tooManyRequests(retryAfter: .seconds(wait), everywhere: isEverywhere)
    }
}
