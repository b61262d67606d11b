#if FUZZING
    import Foundation

    /// What libFuzzer calls with bytes of its own choice.
    @_cdecl("LLVMFuzzerTestOneInput")
    func tryOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
        let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
        let complaints = Content.complaints(about: bytes)
        guard complaints.isEmpty else {
            FileHandle.standardError.write(Data((complaints.joined(separator: "\n") + "\n").utf8))
            preconditionFailure()
        }
        return 0
    }
#endif
