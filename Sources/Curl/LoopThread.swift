import Glibc

/// The operating system's thread that a ``Loop`` runs on. It must be joined or let go once.
final class LoopThread: Sendable {
    /// Nil once it was joined or let go.
    private let thread: Lock<pthread_t?>

    /// Nil if the system has no thread to give.
    init?(running loop: sending Loop) {
        let pointer = Unmanaged.passRetained(loop).toOpaque()
        var thread = pthread_t()
        // A new thread takes over its maker's signal mask, and so do the resolver's threads that
        // libcurl makes in it: signals go to the threads that wait for them, and a write to a
        // closed socket is an error code instead of SIGPIPE.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, &before)
        let code = pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Loop>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            }, pointer)
        pthread_sigmask(SIG_SETMASK, &before, nil)
        guard code == 0 else {
            Unmanaged<Loop>.fromOpaque(pointer).release()
            return nil
        }
        self.thread = Lock(thread)
    }

    /// Waits until the thread is gone. Call it only when its loop has ended: then there is
    /// nothing left to wait for but the system's tidying up.
    func join() {
        thread.withLock { thread in
            if let thread { pthread_join(thread, nil) }
            thread = nil
        }
    }

    /// Leaves the thread to end by itself.
    func letGo() {
        thread.withLock { thread in
            if let thread { pthread_detach(thread) }
            thread = nil
        }
    }
}
