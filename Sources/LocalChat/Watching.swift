/// Seeing what changed, without asking again and again.
extension Platform {
    /// Returns as soon as one of these chats is newer than `version`, or when the time is over.
    func change(in ids: Set<Int64>, after version: Int, within time: Duration) async {
        guard !isClosing, !ids.contains(where: { (chats[$0]?.version ?? 0) > version }) else {
            return
        }
        let number = watchers.nextNumber()
        let alarm = Task {
            // Cancelled means: woken in time.
            guard (try? await Task.sleep(for: time)) != nil else { return }
            self.watchers.release(number)
        }
        defer { alarm.cancel() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                watchers.add(number, chats: ids, continuation)
            }
        } onCancel: {
            Task { await self.release(number) }
        }
    }

    private func release(_ number: Int) { watchers.release(number) }

    func messages(in id: Int64) -> (messages: [Message], version: Int) {
        (chats[id]?.messages ?? [], version)
    }
}
