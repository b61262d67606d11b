package import Messenger
import Wire

/// A login as it lasts: which account, which device, and what it is spoken for with.
///
/// What was sent is known to the server by the device, so the device stays the same for ever.
package struct Login: Sendable, Equatable {
    package let user: UserID
    /// Empty if somebody else made the token.
    package let device: String
    package let token: AccessToken
    /// What a new token is had for once this one has run out; nil if it never does.
    package let refresh: AccessToken?

    package init(user: UserID, device: String, token: AccessToken, refresh: AccessToken?) {
        self.user = user
        self.device = device
        self.token = token
        self.refresh = refresh
    }
}

/// How the bot gets in.
package enum Credentials: Sendable {
    /// A token that somebody made; its device is the one it was made for.
    case token(user: UserID, AccessToken, refresh: AccessToken?)
    /// A password: it is used once, and again only when the server says that the login has run
    /// out, never when it says that the login is gone.
    case password(user: UserID, Hushed, device: String)
}

extension MatrixCall {
    static let whoAmI = MatrixCall.client(.get, "account", "whoami")
    static let versions = MatrixCall(method: .get, steps: ["client", "versions"])

    static func logIn(_ user: UserID, password: Hushed, device: String) -> MatrixCall {
        MatrixCall.client(.post, "login").with([
            ("type", .text("m.login.password")),
            (
                "identifier",
                .object([("type", .text("m.id.user")), ("user", .text(user.name.text))])
            ),
            ("password", .text(password.text)), ("device_id", .text(device)),
            ("initial_device_display_name", .text("TalkAboutIt")), ("refresh_token", .flag(true)),
        ])
    }

    static func refresh(_ token: AccessToken) -> MatrixCall {
        MatrixCall.client(.post, "refresh").with([("refresh_token", .text(token.secret))])
    }
}

extension Login {
    /// What the answer to a login says; nil if it can't be read.
    init?(_ answer: JSONSlice, refreshing old: Login? = nil) {
        guard let text = answer["access_token"]?.text,
            // Malformed says all there is to say: a server that hands out none has none for us.
            let token = try? AccessToken(text)
        else { return nil }
        // As above; one that doesn't come means that the old one goes on.
        let refresh = answer["refresh_token"]?.text.flatMap { try? AccessToken($0) }
        if let old {
            self.init(
                user: old.user, device: old.device, token: token, refresh: refresh ?? old.refresh)
            return
        }
        // As above: what is no account is nobody's.
        guard let user = answer["user_id"]?.text.flatMap({ try? UserID($0) }),
            let device = answer["device_id"]?.text
        else { return nil }
        self.init(user: user, device: device, token: token, refresh: refresh)
    }
}
