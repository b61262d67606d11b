package import Messenger
package import Wire

/// One account of a home server, as a bot: it talks with people in rooms for two.
///
/// People are known by their account, whichever room they write in; which room that is, is kept
/// with the account itself (`m.direct`), so that nothing of it is on our disk.
package struct MatrixBot: Sendable {
    package let platform: String
    let server: ServerAddress
    let exchange: Exchange
    let keeper: LoginKeeper
    let own: UserID
    let pollSeconds: Int
    let phrases: Phrases
    let commands: Commands
    let guests: Guests
    let rooms: Rooms
    let door = Door()

    /// What the adapter itself has to say, in the host's language.
    package struct Phrases: Sendable {
        /// In an encrypted room: that it can't be read, and that another room is offered.
        package let encrypted: String
        /// Where a third is in the room.
        package let notAlone: String
        /// To whoever invites the bot among several.
        package let group: String

        package init(encrypted: String, notAlone: String, group: String) {
            self.encrypted = encrypted
            self.notAlone = notAlone
            self.group = group
        }
    }

    /// Whose invitations are taken.
    package struct Guests: Sendable {
        /// Accounts and servers (`@ada:example.org`, `example.org`); empty for everybody.
        package let allowed: [String]
        /// Whether this account has a page here: whoever hasn't, after a day, is left.
        package let isKnown: @Sendable (Address) async -> Bool
        /// Now, in milliseconds since 1970.
        package let now: @Sendable () -> Int64

        package init(
            allowed: [String], isKnown: @escaping @Sendable (Address) async -> Bool,
            now: @escaping @Sendable () -> Int64
        ) {
            self.allowed = allowed
            self.isKnown = isKnown
            self.now = now
        }

        func allows(_ user: UserID) -> Bool {
            allowed.isEmpty || allowed.contains(user.name.text) || allowed.contains(user.server)
        }
    }

    /// - Parameters:
    ///   - saved: the login of an earlier run, if it was of this account.
    ///   - save: writes a login to where the next run finds it; false if it couldn't.
    ///   - pollSeconds: how long one poll waits, 0–50 s; anything else is taken to the nearest.
    ///   - exchange: carries out a request.
    package init(
        _ credentials: Credentials, saved: Login?, server: ServerAddress,
        platform: String = "matrix", pollSeconds: Int = 30, phrases: Phrases, commands: Commands,
        guests: Guests, exchange: @escaping Exchange,
        save: @escaping @Sendable (Login) async -> Bool
    ) {
        let own = credentials.user
        self.platform = platform
        self.server = server
        self.exchange = exchange
        self.own = own
        self.pollSeconds = min(max(pollSeconds, 0), 50)
        self.phrases = phrases
        self.commands = commands
        self.guests = guests
        keeper = LoginKeeper(
            credentials, saved: saved?.user == own ? saved : nil, server: server,
            exchange: exchange, save: save)
        rooms = Rooms(own: own.name.text)
    }

    /// Makes one call and returns what the server answered. A token that has run out is renewed
    /// once.
    @discardableResult
    func result(of call: MatrixCall) async throws(Refusal) -> JSONSlice {
        let login = try await keeper.current()
        do throws(Refusal) {
            return try Reply(try await response(to: call, login)).result()
        } catch {
            let renewed = try await renewed(after: error, login)
            return try Reply(try await response(to: call, renewed)).result()
        }
    }

    /// Another login, if the token may only have run out.
    func renewed(after refusal: Refusal, _ login: Login) async throws(Refusal) -> Login {
        switch refusal {
        case .softLoggedOut: return try await keeper.renewed(after: login)
        // Some servers say of a token that ran out what they'd say of a login that is gone: what
        // it can be renewed by tells the two apart.
        case .loggedOut where login.refresh != nil:
            return try await keeper.refreshed(after: login)
        case .fault, .limited, .loggedOut, .forbidden, .notFound, .duplicate, .tooLarge,
            .senseless, .other:
            throw refusal
        }
    }

    /// The answer as it is, for what is no JSON.
    func response(to call: MatrixCall, _ login: Login) async throws(Refusal) -> HTTPResponse {
        do throws(HTTPFault) {
            return try await exchange(call.request(token: login.token, server: server))
        } catch {
            throw error == .tooLarge ? .tooLarge : .fault(Fault(error))
        }
    }

    func address(of user: String) -> Address { Address(platform: platform, chat: user) }
}

extension Credentials {
    package var user: UserID {
        switch self {
        case .token(let user, _, _), .password(let user, _, _): user
        }
    }
}
