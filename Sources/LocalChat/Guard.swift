/// Who may use the page's API: a page this server served itself, on this machine, with the
/// token of the printed address.
///
/// Host and Origin keep out other pages of the same browser (also those that turn a name of
/// their own to 127.0.0.1), the token keeps out other people on the machine.
struct Guard: Sendable {
    let port: Int
    let token: String

    /// The parts of a request that are judged.
    struct Visitor {
        var host: String
        var origin: String?
        var fetchSite: String?
        /// The value of the `Authorization` field.
        var authorization: String?
    }

    /// Whether the address asked for is this server's own; enough for the page itself.
    func isForUs(_ visitor: Visitor) -> Bool {
        guard hosts.contains(visitor.host.lowercased()) else { return false }
        if let origin = visitor.origin, !hosts.contains(where: { "http://\($0)" == origin }) {
            return false
        }
        return true
    }

    /// Whether the API answers.
    func admits(_ visitor: Visitor) -> Bool {
        guard isForUs(visitor), ["same-origin", "none", nil].contains(visitor.fetchSite),
            let field = visitor.authorization, field.hasPrefix("Bearer ")
        else { return false }
        return Secret.matches(field.dropFirst("Bearer ".count), token)
    }

    private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }
}
