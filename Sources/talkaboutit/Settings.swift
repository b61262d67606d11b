import Dialogue
import Logging
import Matrix
import Messenger
import Store
import Telegram
import Wire

/// How this installation is set up: every setting read, checked and turned into what it means.
struct Settings: Sendable {
    /// The data folder, as a whole path without a slash at its end.
    var data: String
    /// The folder of the keys; never inside the data folder.
    var keys: String
    /// The key that wraps all others, if the host keeps it; nil: it lies among the keys.
    var installationKey: InstallationKey.Given?
    /// A folder with rounds of the host's, as a whole path.
    var rounds: String?
    var telegram: Platform
    /// Nil: no Matrix.
    var matrix: HomeServer?
    var host: Host
    /// An IANA name, or `UTC`.
    var zone: String
    var hour: LocalTime
    /// A language tag there is a phrasebook for.
    var language: String
    var logLevel: Logger.Level
    var localChat: LocalPlatform
    /// What should be changed although it works. Holds no values.
    var warnings: [String] = []

    struct Platform: Sendable {
        /// Nil where none is needed: `try` and `localchat`.
        var token: BotToken?
        var server: BotServer
        /// Whether a webhook may be taken away.
        var deleteWebhook: Bool
        /// It may hold a password.
        var proxy: Hushed?
        /// 0 for no limit.
        var sendsPerSecond: Int
        /// 1–50.
        var pollSeconds: Int
    }

    struct HomeServer: Sendable {
        var server: ServerAddress
        var credentials: Credentials
        /// Accounts and servers; empty for everybody.
        var guests: [String]
        /// It may hold a password.
        var proxy: Hushed?
        /// 0 for no limit.
        var sendsPerSecond: Int
    }

    struct Host: Sendable {
        /// Told to both partners.
        var name: String?
        var role: Role

        enum Role: String, Sendable {
            /// The computer belongs to one of the two.
            case partner
            /// It is somebody else's, for instance a practice's.
            case other
        }

        /// As both partners are told.
        var asTold: House.Host {
            switch role {
            case .partner: .partner(name: name)
            case .other: .other(name: name)
            }
        }
    }

    struct LocalPlatform: Sendable {
        /// On 127.0.0.1; 0 for any that is free.
        var port: Int
        /// Nil: made anew.
        var token: Hushed?
        /// Guards the page. Nil: made anew.
        var controlToken: Hushed?
    }

    /// What the settings are read for: only a daemon needs a token.
    enum Purpose: Sendable {
        case daemon, trial, localChat
    }

    /// The same installation with folders of their own, so that a trial never meets real couples.
    var forTrial: Settings {
        var settings = self
        settings.data += ".trial"
        settings.keys = keys == data + ".keys" ? settings.data + ".keys" : keys + ".trial"
        return settings
    }
}
