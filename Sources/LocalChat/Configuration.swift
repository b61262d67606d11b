package import Logging

extension LocalChat {
    /// How a platform is set up.
    package struct Configuration: Sendable {
        /// The port on 127.0.0.1; 0 for any that is free.
        package var port: Int
        /// The bot's token, `<digits>:<secret>`, as BotFather would give it.
        package var botToken: String
        /// What the bot is called on the phones.
        package var botName: String
        /// Its name in links, without the at sign.
        package var botUsername: String
        /// What guards the page and its API. Keep it out of logs.
        package var pageToken: String
        /// Whose phones the page shows, at most two of them.
        package var people: [Person]
        /// Seconds since 1970, by the clock the daemon lives by.
        package var clock: @Sendable () -> Double
        /// Turns that clock to the next day; nil if it can't be turned.
        package var nextDay: (@Sendable () async throws -> Void)?
        /// How much it takes; nil for as much as comes.
        package var limits: Limits?
        /// The first update's id; nil for a random one, as on the real server.
        package var firstUpdateID: Int64?
        /// Where the server logs; never a text, a name or a token.
        package var logger: Logger

        /// A set-up; without more it binds any free port and shows two phones.
        package init(
            port: Int = 0, botToken: String, botName: String = "TalkAboutIt",
            botUsername: String = "talkaboutit_bot", pageToken: String = Secret.random(),
            people: [Person] = [
                Person(chat: 5_000_000_001, name: "Ada"),
                Person(chat: 5_000_000_002, name: "Ben"),
            ],
            clock: @escaping @Sendable () -> Double,
            nextDay: (@Sendable () async throws -> Void)? = nil, limits: Limits? = nil,
            firstUpdateID: Int64? = nil,
            logger: Logger = Logger(label: "localchat") { _ in SwiftLogNoOpLogHandler() }
        ) {
            self.port = port
            self.botToken = botToken
            self.botName = botName
            self.botUsername = botUsername
            self.pageToken = pageToken
            self.people = people
            self.clock = clock
            self.nextDay = nextDay
            self.limits = limits
            self.firstUpdateID = firstUpdateID
            self.logger = logger
        }
    }

    /// How many messages a bot may send.
    package struct Limits: Sendable {
        /// In all.
        package var perSecond: Int
        /// To one chat at once; after that one a second.
        package var burstPerChat: Int

        /// Telegram's, as far as it tells.
        package static let telegrams = Limits(perSecond: 30, burstPerChat: 5)
    }
}
