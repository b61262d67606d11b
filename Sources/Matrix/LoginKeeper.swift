import Messenger
import Wire

/// Keeps the login good: makes it, has its token renewed when that has run out, and saves each new
/// one before it is used, since the first use of it ends the one before.
actor LoginKeeper {
    private let credentials: Credentials
    private let server: ServerAddress
    private let exchange: Exchange
    private let save: @Sendable (Login) async -> Bool
    private var login: Login?
    /// The password was refused: it isn't tried again in this run.
    private var isHopeless = false
    /// One renewal for all calls that found the token out of date.
    private var renewal: Task<Result<Login, Refusal>, Never>?

    /// - Parameters:
    ///   - saved: the login of an earlier run.
    ///   - save: writes a login to where the next run finds it; false if it couldn't.
    init(
        _ credentials: Credentials, saved: Login?, server: ServerAddress,
        exchange: @escaping Exchange, save: @escaping @Sendable (Login) async -> Bool
    ) {
        self.credentials = credentials
        self.server = server
        self.exchange = exchange
        self.save = save
        login = saved
    }

    /// The login as it is; one that somebody else made is one at once. Nil if it would have to be
    /// made.
    var held: Login? {
        if let login { return login }
        guard case .token(let user, let token, let refresh) = credentials else { return nil }
        return Login(user: user, device: "", token: token, refresh: refresh)
    }

    /// The login, made now if there is none.
    func current() async throws(Refusal) -> Login {
        if let login { return login }
        return try await renewed(after: nil)
    }

    /// Another login than this one, whose token the server doesn't take any more.
    func renewed(after stale: Login?) async throws(Refusal) -> Login {
        try await renewed(after: stale, byPassword: true)
    }

    /// The same where the server says that the login is gone: what renews it decides, and the
    /// password isn't used.
    func refreshed(after stale: Login) async throws(Refusal) -> Login {
        try await renewed(after: stale, byPassword: false)
    }

    private func renewed(
        after stale: Login?, byPassword: Bool
    ) async throws(Refusal) -> Login {
        if let login, login != stale { return login }
        let task =
            renewal
            ?? Task {
                do throws(Refusal) {
                    return .success(try await renew(stale, byPassword: byPassword))
                } catch {
                    return .failure(error)
                }
            }
        renewal = task
        let result = await task.value
        if renewal == task { renewal = nil }
        return try result.get()
    }

    /// A new login in place of one that is gone, where a password makes it.
    func anew(after gone: Login) async throws(Refusal) -> Login {
        guard case .password(let user, let password, let device) = credentials, login == gone
        else { throw .loggedOut }
        let next = try await loggedIn(user, password, device)
        guard await save(next) else { throw .fault(.unreachable(sent: false)) }
        login = next
        return next
    }

    private func renew(_ stale: Login?, byPassword: Bool) async throws(Refusal) -> Login {
        let next: Login
        switch (stale, credentials) {
        case (let stale?, _) where stale.refresh != nil:
            next = try await refreshed(stale, byPassword: byPassword)
        case (_, .password(let user, let password, let device)):
            next = try await loggedIn(user, password, device)
        case (nil, .token(let user, let token, let refresh)):
            next = Login(user: user, device: "", token: token, refresh: refresh)
        case (_, .token): throw .loggedOut
        }
        // Used before it is saved, it would end the one that is saved.
        guard await save(next) else { throw .fault(.unreachable(sent: false)) }
        login = next
        return next
    }

    private func refreshed(
        _ stale: Login, byPassword: Bool
    ) async throws(Refusal) -> Login {
        guard let refresh = stale.refresh else { throw .loggedOut }
        do throws(Refusal) {
            let answer = try await result(of: .refresh(refresh), token: nil)
            guard let login = Login(answer, refreshing: stale) else {
                throw .fault(.unreachable(sent: true))
            }
            return login
        } catch {
            // What can't be renewed any more is had by the password, if there is one.
            guard !error.passes || error == .loggedOut || error == .softLoggedOut, byPassword,
                case .password(let user, let password, let device) = credentials
            else { throw error.passes && error != .softLoggedOut ? error : .loggedOut }
            return try await loggedIn(user, password, device)
        }
    }

    private func loggedIn(
        _ user: UserID, _ password: Hushed, _ device: String
    ) async throws(Refusal) -> Login {
        guard !isHopeless else { throw .loggedOut }
        do throws(Refusal) {
            let answer = try await result(
                of: .logIn(user, password: password, device: device), token: nil)
            guard let login = Login(answer) else { throw .fault(.unreachable(sent: true)) }
            return login
        } catch .forbidden {
            // A wrong password isn't tried again: servers lock accounts for that.
            isHopeless = true
            throw .loggedOut
        }
    }

    private func result(
        of call: MatrixCall, token: AccessToken?
    ) async throws(Refusal) -> JSONSlice {
        let response: HTTPResponse
        do throws(HTTPFault) {
            response = try await exchange(call.request(token: token, server: server))
        } catch {
            throw .fault(Fault(error))
        }
        return try Reply(response).result()
    }
}
