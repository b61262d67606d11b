extension Couple {
    /// `/move`: a code by which all that is theirs comes to another chat, on any platform.
    ///
    /// Where somebody can be reached is the desk's affair, and the other never learns of it.
    mutating func askToMove(_ side: Side, in scene: Scene) -> [Effect] {
        [
            .openMove(side, code: scene.code, expires: scene.now + .hours(1)),
            tell(side, Line(.moveCode, [.link: .link(code: scene.code)])),
        ]
    }
}
