import Glibc

/// Whether a folder is there, or can be made, and is ours alone. Makes nothing.
struct FolderCheck {
    /// A whole path.
    let path: String
    /// What it is called in the report; its path is not told.
    let name: String
    /// Seconds since 1970.
    let now: Double

    var findings: [Checkup.Finding] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { return [mistake("this account may not look at it")] }
            return toBeMade
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return [mistake("something else has its name; move that away or choose another")]
        }
        guard access(path, R_OK | W_OK | X_OK) == 0 else {
            return [mistake("this account may not write there; chown it to this account")]
        }
        guard !isInUse else {
            return [mistake("another talkaboutit is running on it; stop that one first")]
        }
        var findings = [space(at: path)]
        if status.st_mode & 0o077 != 0 {
            findings.append(
                warning("other accounts of this computer may look into it; chmod 700 it"))
        }
        if Double(status.st_mtim.tv_sec) > now + 86_400 {
            findings.append(
                warning("it was changed in the future; look at this computer's clock"))
        }
        return findings
    }

    private var toBeMade: [Checkup.Finding] {
        var parent = Substring(path)
        var status = stat()
        repeat {
            parent = parent.lastIndex(of: "/").map { parent[..<$0] } ?? ""
        } while stat(parent.isEmpty ? "/" : String(parent), &status) != 0 && !parent.isEmpty
        let place = parent.isEmpty ? "/" : String(parent)
        guard status.st_mode & S_IFMT == S_IFDIR, access(place, W_OK | X_OK) == 0 else {
            return [mistake("it is not there and this account cannot make it; make its parent")]
        }
        return [space(at: place)]
    }

    /// A daemon holds this lock for as long as it runs. Taken and given back at once.
    private var isInUse: Bool {
        let file = open(path + "/.lock", O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private func space(at place: String) -> Checkup.Finding {
        var status = statvfs()
        guard statvfs(place, &status) == 0 else { return Checkup.Finding(.ok, name) }
        let mebibytes = (UInt64(status.f_bavail) * UInt64(status.f_frsize)) >> 20
        return switch mebibytes {
        case ..<50: mistake("the disk is full: less than 50 MiB are free; make room")
        case ..<500: warning("less than 500 MiB are free on its disk")
        default: Checkup.Finding(.ok, name)  // not our enum
        }
    }

    private func mistake(_ what: String) -> Checkup.Finding {
        Checkup.Finding(.mistake, "\(name): \(what)")
    }

    private func warning(_ what: String) -> Checkup.Finding {
        Checkup.Finding(.warning, "\(name): \(what)")
    }
}
