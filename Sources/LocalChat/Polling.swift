/// `getUpdates`: the queue, the long wait, and the conflict with another poller.
extension Platform {
    /// A poll that waits for something to happen.
    struct WaitingPoll {
        let number: Int
        let offset: Int64
        let limit: Int
        let continuation: CheckedContinuation<Reply, Never>
    }

    static let maximumTimeoutSeconds = 50

    /// Answers a poll, at once if anything is there.
    ///
    /// - Parameter again: what was delivered last comes once more.
    func poll(_ arguments: Arguments, again: Bool) async -> Reply {
        if webhook != nil { return await conflicted(.webhookActive) }
        let offset = arguments.number("offset") ?? 0
        let wanted = PollGate.Grant(
            timeoutSeconds: Int(
                max(0, min(arguments.number("timeout") ?? 0, Int64(Self.maximumTimeoutSeconds)))),
            limit: Int(max(1, min(arguments.number("limit") ?? 100, 100))))
        // What can't be read changes nothing, as on the real server.
        if let json = try? arguments.json("allowed_updates", orRefuse: ""),
            let kinds = UpdateKind.allowed(by: json)
        {
            allowed = kinds
        }
        let grant = gate.admit(offset: offset, wanted, at: .now)
        if again, !lastDelivery.isEmpty { return Reply(body: lastDelivery) }
        let updates = queue.take(from: offset, limit: grant.limit, now: now)
        guard updates.isEmpty, grant.timeoutSeconds > 0, !isClosing else {
            return delivery(of: updates)
        }
        return await wait(offset: offset, limit: grant.limit, seconds: grant.timeoutSeconds)
    }

    /// Something was queued: the waiting poll gets it.
    func wakePoll() {
        guard let poll = waitingPoll else { return }
        // A waiting poll has confirmed already; only what is new is looked at.
        let updates = queue.take(from: max(0, poll.offset), limit: poll.limit, now: now)
        guard !updates.isEmpty else { return }
        waitingPoll = nil
        poll.continuation.resume(returning: delivery(of: updates))
    }

    /// The waiting poll gets an empty answer.
    func releasePoll() {
        waitingPoll?.continuation.resume(returning: delivery(of: []))
        waitingPoll = nil
    }

    private func wait(offset: Int64, limit: Int, seconds: Int) async -> Reply {
        if let older = waitingPoll {
            waitingPoll = nil
            Task { older.continuation.resume(returning: await self.conflicted(.otherPoller)) }
        }
        lastPollNumber += 1
        let number = lastPollNumber
        let alarm = Task {
            // Cancelled means: answered in time.
            guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
            self.expirePoll(number)
        }
        defer { alarm.cancel() }
        return await withCheckedContinuation { continuation in
            waitingPoll = WaitingPoll(
                number: number, offset: offset, limit: limit, continuation: continuation)
        }
    }

    private func expirePoll(_ number: Int) {
        guard waitingPoll?.number == number else { return }
        releasePoll()
    }

    /// A 409; one that follows another within three seconds is held back for as long.
    private func conflicted(_ refusal: Refusal) async -> Reply {
        let now = ContinuousClock.now
        if let lastConflict, now < lastConflict + .seconds(3) {
            await pause(for: .seconds(3))
        } else {
            lastConflict = now
        }
        return .refused(refusal)
    }

    private func delivery(of updates: [UpdateQueue.Update]) -> Reply {
        var body = Array("{\"ok\":true,\"result\":[".utf8)
        for (index, update) in updates.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            body.append(contentsOf: "{\"update_id\":\(update.id),".utf8)
            body.append(contentsOf: update.members)
            body.append(UInt8(ascii: "}"))
        }
        body.append(contentsOf: "]}".utf8)
        if !updates.isEmpty { lastDelivery = body }
        return Reply(body: body)
    }
}
