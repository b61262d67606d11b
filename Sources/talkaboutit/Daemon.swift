import Control
import Curl
import Curriculum
import Desk
import Dialogue
import Foundation
import Logging
import Messenger
import ServiceLifecycle
import Store
import Telegram

/// All parts of a running daemon, put together once.
struct Daemon {
    let desk: Desk
    let store: Store
    let platforms: Platforms
    let alarm: Alarm
    let restored: RestoreMark
    /// What runs until the end, in the order in which it is started.
    let services: [any Service]

    /// Counts the texts about who could read what, which everybody is told before they begin: 2
    /// since what is stored is locked. Whoever began before keeps the number of what they were
    /// told, and isn't asked anew: more can be read of nobody by it.
    static let consentVersion = 2

    /// Opens the folder and the keyring, and puts everything together. Nothing is polled yet.
    ///
    /// - Parameters:
    ///   - curriculum: all content, of the program and of the host.
    ///   - chance, tempo: the system's; a test hands in its own.
    /// - Throws: what a person must fix, as a ``Stop``.
    init(
        _ settings: Settings, curriculum: Curriculum, token: BotToken?, server: BotServer,
        host: House.Host, platformName: String, opened: DataFolder, time: Time,
        chance: Chance = .system, tempo: Tempo = .real, log: Logger
    ) throws {
        platforms = try Platforms(
            settings, curriculum: curriculum, token: token, server: server, name: platformName,
            time: time)
        let office = SortingOffice(platforms.served.map(\.messenger.platform))
        let house = platforms.house(settings, host: host, called: platformName)
        store = opened.store
        restored = RestoreMark(besides: settings.data)
        alarm = time.alarm
        let confirmed = ConfirmationsFile(folder: settings.data, keys: settings.keys)
        do throws(StoreFault) {
            desk = try Desk(
                cabinet: Cabinet(store: opened.store, keyring: opened.keyring),
                curriculum: curriculum, house: house, clock: time.clock, chance: chance,
                alarm: alarm, log: log,
                // One that can't be read leaves every line unconfirmed, which is true of it.
                confirmations: { (try? confirmed.read()) ?? LineConfirmations() },
                link: platforms.served.compactMap(\.link).first ?? { "/start \($0)" },
                owe: office.sort)
        } catch {
            throw Stop(error)
        }
        platforms.known.ask(desk)
        let clockwork = Clockwork(
            desk: desk, clock: time.clock, isTimeKnown: time.isKnown, timeChanges: time.changes,
            alarm: alarm, posts: platforms.posts, log: log)
        let control = ControlService(
            path: settings.controlPath, log: log,
            perform: ControlDesk(desk: desk, store: opened.store, data: settings.data).perform)
        services =
            platforms.couriers(
                desk, office, clock: time.clock, tempo: tempo,
                elsewhere: curriculum.text(.voiceElsewhere, settings.language), log: log)
            + [clockwork]
            + platforms.listeners(
                desk, refusal: curriculum.text(.groupRefusal, settings.language), tempo: tempo,
                log: log)
            + [control]
    }

    /// Closes what was opened, once nothing runs any more.
    func close() async throws {
        for curl in platforms.curls { await curl.close() }
        do throws(StoreFault) {
            try await desk.close()
        } catch {
            throw Stop(error)
        }
    }

    /// What time it is, and how the clockwork is woken when that was found out.
    struct Time {
        let clock: Clock
        var alarm = Alarm()
        var timepiece: Timepiece?

        init(_ clock: Clock) { self.clock = clock }

        /// The machine's, and the platform's word when that jumps.
        ///
        /// - Parameter lastSaved: when something was last saved, in seconds since 1970.
        init(lastSaved: Double?, log: Logger) {
            let alarm = Alarm()
            let timepiece = Timepiece(
                lastSaved: lastSaved,
                changed: { [alarm] step in
                    if abs(step) > 60 {
                        log.warning(
                            "This computer's clock and the platform's differ: look at this computer's.",
                            metadata: ["seconds": "\(Int(step))"])
                    }
                    alarm.wake()
                })
            self.timepiece = timepiece
            self.alarm = alarm
            clock = timepiece.clock
        }

        var changes: @Sendable () -> Int {
            let timepiece = timepiece
            return { timepiece?.changes ?? 0 }
        }

        var isKnown: @Sendable () -> Bool {
            let timepiece = timepiece
            return { timepiece?.isSure ?? true }
        }
    }
}

extension Curriculum {
    /// What is said where nobody's page tells a language.
    func text(_ key: Line.Key, _ language: String) -> String {
        phrasebook(language)?.word(Telling(Line(key)), link: { $0 }).text ?? ""
    }
}

extension DataFolder {
    /// - Throws: what a person must fix, as a ``Stop``.
    init(_ settings: Settings, disk: Disk = .real) throws {
        do {
            try self.init(settings.places, disk: disk)
        } catch let fault as StoreFault {
            throw Stop(fault)
        } catch let fault as KeyringFault {
            throw Stop(fault)
        }
    }

    /// What the host must know once: said at the very first start.
    func introduceKeys(_ settings: Settings) {
        guard isNew else { return }
        let place =
            switch settings.places.installation {
            case .keyring: "The bot's keys were made just now. They lie in \(settings.keys)."
            case .given: "The bot's keys were made just now, under yours, in \(settings.keys)."
            }
        Terminal.say(
            place + " Copy them to a safe place, apart from copies of the data folder: without"
                + " its keys the data is worth nothing, and with them it can be read.")
    }
}

extension Settings {
    /// Where everything lies.
    var places: DataFolder.Places {
        DataFolder.Places(
            data: data, keys: keys,
            installation: installationKey.map { .given($0) } ?? .keyring)
    }
}

extension Chance {
    /// The system's generator.
    static let system = Chance(
        bits: { UInt64.random(in: .min ... .max) }, id: { RandomID.make() },
        code: { InvitationCode.make() })
}
