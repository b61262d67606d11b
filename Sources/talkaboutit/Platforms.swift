import Curl
import Curriculum
import Desk
import Dialogue
import Logging
import Messenger
import ServiceLifecycle
import Telegram

/// All chat platforms that a daemon serves, each with its own line, pace and faults.
struct Platforms {
    let served: [Served]
    let posts: [Clockwork.Post]
    let curls: [CurlClient]
    /// Asked by the platforms who has a page here; to be told of the desk once it is there.
    let known = KnownPeople()

    /// - Parameters:
    ///   - token: of a bot on Telegram, or on what speaks its API; nil: none.
    ///   - name: how that is called.
    init(
        _ settings: Settings, curriculum: Curriculum, token: BotToken?, server: BotServer,
        name: String, time: Daemon.Time
    ) throws {
        var curls: [CurlClient] = []
        var served: [Served] = []
        if let token {
            let curl = try Platforms.curl(settings.telegram.proxy)
            curls.append(curl)
            served.append(
                .telegram(
                    settings.telegram, token: token, server: server, name: name,
                    curriculum: curriculum, exchange: Platforms.exchange(curl, time)))
        }
        if let matrix = settings.matrix {
            let curl = try Platforms.curl(matrix.proxy)
            curls.append(curl)
            served.append(
                .matrix(
                    matrix, logins: LoginFile(keys: settings.keys), language: settings.language,
                    curriculum: curriculum, known: known, clock: time.clock,
                    exchange: Platforms.exchange(curl, time)))
        }
        self.curls = curls
        self.served = served
        posts = served.map {
            Clockwork.Post(
                platform: $0.messenger.platform, health: Health(), backlog: Backlog())
        }
    }

    /// As everybody is told who could read what, and how to come.
    func house(_ settings: Settings, host: House.Host, called name: String) -> House {
        var house = House(
            host: host, platform: served.first?.name ?? name,
            consentVersion: Daemon.consentVersion, zone: settings.zone, hour: settings.hour)
        house.names = Dictionary(
            uniqueKeysWithValues: served.map { ($0.messenger.platform, $0.name) })
        house.accounts = served.compactMap(\.account)
        house.language = settings.language
        house.hasLinks = served.contains { $0.link != nil }
        return house
    }

    func couriers(
        _ desk: Desk, _ office: SortingOffice, clock: Clock, tempo: Tempo, elsewhere: String,
        log: Logger
    ) -> [any Service] {
        let messengers = served.map(\.messenger)
        let crossing = Crossing(words: elsewhere) { (platform, reference) throws(Fault) in
            try await messengers.first { $0.platform == platform }?.recording(reference)
        }
        return zip(served, posts).map { platform, post in
            Courier(
                desk: desk, owed: office.mail(for: platform.messenger.platform),
                messenger: platform.messenger, clock: clock,
                sendsPerSecond: platform.sendsPerSecond, health: post.health, tempo: tempo,
                crossing: crossing, backlog: post.backlog, log: log)
        }
    }

    /// - Parameter refusal: what is said to a group.
    func listeners(_ desk: Desk, refusal: String, tempo: Tempo, log: Logger) -> [any Service] {
        zip(served, posts).map { platform, post in
            Listener(
                desk: desk, messenger: platform.messenger, health: post.health, refusal: refusal,
                isAlone: served.count == 1, tempo: tempo, log: log, prepare: platform.prepare,
                afterwards: platform.afterwards)
        }
    }

    /// Every answer of the platform's also tells what time it is there.
    private static func exchange(_ curl: CurlClient, _ time: Daemon.Time) -> Exchange {
        guard let timepiece = time.timepiece else { return curl.exchange }
        return { request throws(HTTPFault) in
            let response = try await curl.exchange(request)
            if response.status == 200,
                let date = response.header("Date").flatMap({ HTTPDate.seconds(of: $0) })
            {
                timepiece.heard(date)
            }
            return response
        }
    }

    private static func curl(_ proxy: Hushed?) throws -> CurlClient {
        do throws(HTTPFault) {
            // One long poll, and as many sends as the courier has hands.
            return try CurlClient(options: .init(proxy: proxy, maximumConnectionsPerHost: 72))
        } catch {
            throw Stop("libcurl can't be started: is libcurl 7.85 or newer installed?")
        }
    }
}
