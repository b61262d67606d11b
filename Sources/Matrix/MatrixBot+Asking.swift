package import Messenger
import Wire

/// What a home server says to the bot's account, asked without changing anything.
package enum HomeServerWord: Sendable, Equatable {
    /// It knows the login.
    case known
    /// There is no login yet; the server takes passwords, and this one is tried at the start.
    case takesPasswords
    /// There is no login yet, and the server takes none.
    case takesNoPasswords
    /// It doesn't know the login.
    case unknown
    /// The login is of another account.
    case another
    /// Something that is no home server answers.
    case strange
}

extension MatrixBot {
    /// Asks the home server whether it knows the login. Nothing is made, renewed or saved, since a
    /// bot may be running with it.
    package func askAboutLogin() async throws(Fault) -> HomeServerWord {
        do throws(Refusal) {
            guard let login = await keeper.held else {
                return try await loginFlows()
            }
            let answer = try Reply(try await response(to: .whoAmI, login)).result()
            return answer["user_id"]?.text == own.name.text ? .known : .another
        } catch {
            switch error {
            // It has run out, and is renewed by the bot when that runs.
            case .softLoggedOut: return .known
            case .loggedOut, .forbidden: return .unknown
            case .fault(.unreachable(sent: true)), .notFound, .senseless, .other, .duplicate,
                .tooLarge:
                return .strange
            case .fault, .limited: throw error.fault
            }
        }
    }

    private func loginFlows() async throws(Refusal) -> HomeServerWord {
        let call = MatrixCall.client(.get, "login")
        let response: HTTPResponse
        do throws(HTTPFault) {
            response = try await exchange(call.request(token: nil, server: server))
        } catch {
            throw .fault(Fault(error))
        }
        guard let flows = try Reply(response).result()["flows"]?.elements else { return .strange }
        return flows.contains { $0["type"]?.text == "m.login.password" }
            ? .takesPasswords : .takesNoPasswords
    }
}
