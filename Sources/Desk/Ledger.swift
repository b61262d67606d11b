import Store

/// What was delivered, marked in shared saves: within a second, and at once when many are noted.
actor Ledger {
    private let desk: Desk
    private let tempo: Tempo
    private var noted: [Delivery] = []
    private static let many = 100

    init(desk: Desk, tempo: Tempo) {
        self.desk = desk
        self.tempo = tempo
    }

    func note(_ delivery: Delivery) { noted.append(delivery) }

    func run() async throws {
        while !Task.isCancelled {
            await tempo.rest(.milliseconds(noted.count >= Ledger.many ? 50 : 500))
            try await save()
        }
    }

    /// The last ones, when the daemon stops.
    func close() async throws { try await save() }

    private func save() async throws {
        guard !noted.isEmpty else { return }
        let deliveries = noted
        noted = []
        do throws(StoreFault) {
            try await desk.settle(deliveries)
        } catch {
            guard error == .full else { throw error }
            // They are marked when there is room; until then only a restart could repeat them.
            noted = deliveries + noted
        }
    }
}
