extension Duration {
    /// This as a time-out: at least a millisecond, as libcurl takes zero for "for ever", and at
    /// most a day.
    var bounded: Duration { min(max(self, .milliseconds(1)), .seconds(86_400)) }

    /// Rounded towards zero. Only for what fits, such as a ``bounded`` one.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
