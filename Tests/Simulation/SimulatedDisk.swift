import Glibc
import Store
import Synchronization

/// A file system in memory, with everything that can go wrong with one.
///
/// It stands for one running of the machine: after a power cut every operation throws and changes
/// nothing, and the next running has a disk of its own, made of the crashed image.
package final class SimulatedDisk: Sendable {
    /// What is wrong with it for a while.
    package enum Weather: Sendable, Equatable {
        case calm
        /// No space: what is written is written half.
        case full
        case readOnly
        /// No file can be opened any more.
        case noDescriptors
    }

    /// When the power goes, as a number of an operation that changes something, from 1.
    package struct PowerCut: Sendable, Equatable {
        package let operation: Int
        package let when: When

        package enum When: Sendable, CaseIterable { case before, during, after }

        package init(_ when: When, operation: Int) {
            self.operation = operation
            self.when = when
        }
    }

    struct Inside: Sendable {
        var image: DiskImage
        var open: [Disk.Descriptor: DiskImage.Node] = [:]
        var locks: [DiskImage.Node: Disk.Descriptor] = [:]
        var lastDescriptor: Disk.Descriptor = 2
        var operations = 0
        var names: [String] = []
        var hasShownHalf = false
        var cut: PowerCut?
        var hasPower = true
        var weather = Weather.calm
        /// The weather turns at this operation.
        var storm: (operation: Int, weather: Weather)?
        /// Syncs until one fails, and whether the system then forsakes what it couldn't write.
        var failingSync: (left: Int, isForsaking: Bool)?
    }

    let inside: Mutex<Inside>

    package init(_ image: DiskImage = DiskImage()) { inside = Mutex(Inside(image: image)) }

    /// What it holds now, synced or not.
    package var image: DiskImage { inside.withLock { $0.image } }

    /// What it holds after the power went.
    package func crashed(using dice: inout SimulatedDice) -> DiskImage {
        var image = image
        image.crash(using: &dice)
        return image
    }

    /// How many operations changed something, or would have.
    package var operations: Int { inside.withLock { $0.operations } }

    /// The names of the latest, in order.
    package var operationNames: [String] { inside.withLock { $0.names } }

    /// Whether a file was ever made under the name by which others know it, and written there: who
    /// copies the folder at that moment has half of it. A name with a dot in front is nobody's.
    package var hasShownHalf: Bool { inside.withLock { $0.hasShownHalf } }

    package var hasPower: Bool { inside.withLock { $0.hasPower } }

    /// Whether a sync has failed as planned.
    package var hasFailedToSync: Bool { inside.withLock { $0.failingSync?.left == 0 } }

    package var weather: Weather {
        get { inside.withLock { $0.weather } }
        set {
            inside.withLock {
                $0.weather = newValue
                $0.storm = nil
            }
        }
    }

    /// The power goes at an operation counted from now; nil: it doesn't.
    package func losePower(_ cut: PowerCut?) {
        inside.withLock { inside in
            inside.cut = cut.map {
                PowerCut($0.when, operation: $0.operation + inside.operations)
            }
        }
    }

    /// Whether the power is going to go.
    var isLosingPower: Bool { inside.withLock { $0.cut != nil } }

    /// The weather turns at an operation counted from now.
    package func expect(_ weather: Weather, at operation: Int) {
        inside.withLock { $0.storm = ($0.operations + operation, weather) }
    }

    /// One sync fails, counted from now; nil: none.
    package func failSync(_ number: Int?, isForsaking: Bool = false) {
        inside.withLock { $0.failingSync = number.map { ($0, isForsaking) } }
    }
}

extension SimulatedDisk.Inside {
    /// Does what changes something, as one operation.
    mutating func operate(
        _ name: String, half: ((inout Self) -> Void)? = nil,
        _ body: (inout Self) throws(DiskFault) -> Void
    ) throws(DiskFault) {
        operations += 1
        if names.count > 1_000 { names = [] }
        names.append(name)
        if let storm, operations >= storm.operation {
            weather = storm.weather
            self.storm = nil
        }
        if let cut, operations >= cut.operation {
            hasPower = false
            switch cut.when {
            case .before: break
            case .during: half?(&self)
            case .after: try body(&self)
            }
            throw .failed(code: EIO)
        }
        if weather == .readOnly { throw .failed(code: EROFS) }
        try body(&self)
    }

    func mustBeOn() throws(DiskFault) {
        if !hasPower { throw .failed(code: EIO) }
    }

    func mustOpen() throws(DiskFault) {
        try mustBeOn()
        if weather == .noDescriptors { throw DiskFault(code: EMFILE) }
    }

    func mustHaveSpace() throws(DiskFault) {
        if weather == .full { throw .full }
    }

    mutating func opened(_ node: DiskImage.Node) -> Disk.Descriptor {
        lastDescriptor += 1
        open[lastDescriptor] = node
        return lastDescriptor
    }

    func file(_ descriptor: Disk.Descriptor) throws(DiskFault) -> Int {
        try mustBeOn()
        guard case .file(let id)? = open[descriptor] else { throw .failed(code: EBADF) }
        return id
    }

    /// Whether this sync is the one that fails.
    mutating func isFailingSync() -> Bool {
        guard let left = failingSync?.left, left > 0 else { return false }
        failingSync?.left = left - 1
        return left == 1
    }
}
