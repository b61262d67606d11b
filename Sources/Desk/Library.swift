import Curriculum
import Dialogue
import Store

/// Today's content, and what it was for couples who began something by an earlier edition of it.
///
/// Most couples have nothing of that kind: for them nothing is looked up but a few short names.
final class Library {
    let today: Curriculum
    private let cabinet: Cabinet
    /// What was put together already, by what was begun how.
    private var made: [[Curriculum.Begun]: Curriculum] = [:]
    private static let mostMade = 256

    init(today: Curriculum, cabinet: Cabinet) {
        self.today = today
        self.cabinet = cabinet
    }

    /// The content for a couple.
    ///
    /// - Parameter newcomer: a page about to be joined to it, whose rounds count where the couple
    ///   hasn't begun the same.
    func content(
        of couple: Couple, and newcomer: Couple? = nil
    ) throws(StoreFault) -> Curriculum {
        var foreign = today.foreign(in: couple)
        if let newcomer {
            foreign += today.foreign(in: newcomer).filter { couple.line($0.name) == nil }
        }
        guard !foreign.isEmpty else { return today }
        if let made = made[foreign] { return made }
        var begun: [(line: Curriculum.Begun, definition: RoundDefinition)] = []
        for line in foreign {
            // Where none was kept, what there is today is all there is.
            guard let definition = try cabinet.definition(line.edition) else { continue }
            begun.append((line, definition))
        }
        let content = today.replacing(begun)
        if made.count >= Library.mostMade { made = [:] }
        made[foreign] = content
        return content
    }
}

extension Session {
    /// The content for a couple, as they began it. If that can't be read, they are set aside.
    mutating func content(
        of couple: Couple, and newcomer: Couple? = nil
    ) throws(StoreFault) -> Curriculum {
        do throws(StoreFault) {
            return try library.content(of: couple, and: newcomer)
        } catch {
            if error.isOfOneFile { setAside(couple.id) }
            throw error
        }
    }

    mutating func scene(
        for couple: Couple, and newcomer: Couple? = nil
    ) throws(StoreFault) -> Scene {
        scenes.scene(for: couple, at: now, of: try content(of: couple, and: newcomer))
    }

    /// Definitions that a couple's changed rounds name and the folder doesn't hold yet.
    mutating func definitionsToKeep(for couple: Couple) throws(StoreFault) -> [Change] {
        var changes: [Change] = []
        for line in couple.rounds where couple.shelf.changed.contains(line.serial) {
            guard let edition = line.edition, !definitions.contains(edition),
                let definition = library.today.definition(of: edition),
                let path = Cabinet.definition(edition), try !cabinet.holds(definition: edition)
            else { continue }
            definitions.insert(edition)
            changes.append(.write(path, definition))
        }
        return changes
    }
}

extension Couple {
    /// This page before it is joined to another: what one is in the midst of waits until it is
    /// taken up again, where the other began the same round by another edition.
    func resting(for other: Couple) -> Couple {
        var couple = self
        for index in couple.rounds.indices {
            let line = couple.rounds[index]
            guard let begun = other.line(line.name), begun.edition != line.edition,
                let side = onlySide
            else { continue }
            switch line.stages[side] {
            case .asked(question: 0): couple.rounds[index].stages[side] = .offered
            case .asked, .reviewing, .picking: couple.rounds[index].stages[side] = .alone
            case .untouched, .offered, .carrying, .alone, .kept, .released, .skipped, .later,
                .done, .agreed:
                break
            }
        }
        return couple
    }
}
