import Desk
import Dialogue
import Messenger

/// The people: who they are, what they wrote last, and dice that say what they do next. They look
/// at the world in which nothing ever fails.
struct Street {
    struct Person {
        let name: String
        let address: Address
        /// Their newest messages.
        var messages: [Int64] = []
        /// When they tried codes that lead nowhere: too many of those lock somebody out, which is
        /// kept in memory only and so isn't the same after a crash.
        var guesses: [Moment] = []
        /// How often they came anew.
        var life = 0
    }

    var dice: SimulatedDice
    private(set) var people: [Person]
    /// Who has blocked the bot.
    private(set) var blocked: Set<String> = []
    /// Every invitation there was, newest last.
    private(set) var codes: [String] = []
    private var updates: Int64 = 1_000
    private var messages: Int64 = 1
    private(set) var marks = 0

    init(couples: Int, seed: UInt64) {
        dice = SimulatedDice(seed: seed)
        people = (0..<(couples * 2 + 1)).map { index in
            Person(
                name: "P\(index)", address: Address(platform: Post.platform, chat: "\(index + 70)"))
        }
    }

    var addresses: [Address] { people.map(\.address) }

    /// Learns of invitations from the pages.
    mutating func look(at inventory: Inventory) {
        codes += inventory.openCodes.filter { !codes.contains($0) }
        if codes.count > 60 { codes.removeFirst() }
    }

    /// A batch of what some people do.
    mutating func batch(_ inventory: Inventory, _ post: Post, _ plans: [RoundPlan], now: Moment)
        -> Batch
    {
        var items: [Incoming] = []
        for _ in 0..<(1 + (dice.chance(of: 25) ? dice.roll(3) : 0)) {
            // The stranger, who comes last, does little.
            let index = dice.roll(people.count * 8 - 7) / 8
            var sight = Sight(person: index, now: now, plans: plans)
            sight.buttons = (post.buttons[people[index].address.chat.text] ?? []).flatMap(\.presses)
            if let place = inventory.place(of: people[index].address),
                let page = inventory.page(place.couple)
            {
                sight.side = place.side
                sight.page = page
            }
            sight.invitations = openInvitations(inventory, near: index)
            guard let event = deed(sight) else { continue }
            updates += 1
            items.append(
                Incoming(
                    id: updates, from: people[index].address,
                    sender: .init(name: Hushed(people[index].name), language: "en"), event: event))
        }
        return Batch(items: items, next: Cursor(updates + 1))
    }

    /// Those of the one they belong with come first.
    private func openInvitations(_ inventory: Inventory, near index: Int) -> [String] {
        let pages = inventory.pages.compactMap { page -> (isNear: Bool, code: String)? in
            guard case .alone(let invitation?) = page.couple.bond, invitation.knock == nil else {
                return nil
            }
            let chat = people[index ^ 1 < people.count ? index ^ 1 : index].address
            return (page.addresses.first == chat || page.addresses.second == chat, invitation.code)
        }
        return pages.sorted { $0.isNear && !$1.isNear }.map(\.code)
    }

    /// What one person sees before they do something.
    struct Sight {
        let person: Int
        let now: Moment
        let plans: [RoundPlan]
        var side = Side.first
        var page: Page?
        var buttons: [Press] = []
        var invitations: [String] = []

        var partner: Partner? { page?.couple.partners[side] }
    }

    // What they do it with.

    mutating func newMessage(of person: Int) -> MessageID {
        messages += 1
        people[person].messages.append(messages)
        if people[person].messages.count > 12 { people[person].messages.removeFirst() }
        return MessageID(-messages)
    }

    /// Words of their own, which nobody else writes.
    mutating func words(of person: Int) -> String {
        marks += 1
        let mark = "⟨\(people[person].name).\(people[person].life).\(marks)⟩"
        if dice.chance(of: 12) { return "\(mark) one.\n\(mark) two! 👨‍👩‍👧" }
        return "\(mark) I think."
    }

    mutating func begin(_ person: Int) { people[person].life += 1 }

    mutating func mayGuess(_ person: Int, now: Moment) -> Bool {
        people[person].guesses.removeAll { $0 < now - .days(2) }
        guard people[person].guesses.count < 3 else { return false }
        people[person].guesses.append(now)
        return true
    }

    mutating func block(_ person: Int, _ isBlocked: Bool) {
        let chat = people[person].address.chat.text
        if isBlocked { blocked.insert(chat) } else { blocked.remove(chat) }
    }

    func hasBlocked(_ person: Int) -> Bool { blocked.contains(people[person].address.chat.text) }
}
