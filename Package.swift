// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency =
    .product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency =
    .product(name: "Configuration", package: "swift-configuration")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let serviceLifecycle: Target.Dependency =
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency =
    .product(name: "UnixSignals", package: "swift-service-lifecycle")

/// Bytes that somebody else chose: by `swift test` once over what is kept in `Tests/Fuzz/Corpus`;
/// for `scripts/fuzz`, which says so, each folder is a target of its own, and nothing else is
/// linked to it.
let fuzzed: [(name: String, dependencies: [String], crypto: [Target.Dependency])] = [
    ("Updates", ["Messenger", "Telegram", "Wire"], []),
    ("Talks", ["Curriculum", "Dialogue", "Rhythm", "Townspeople"], []),
    ("Content", ["Curriculum", "Dialogue", "Townspeople"], []),
    ("Folder", ["Desk", "Dialogue", "Messenger", "Store"], [crypto]),
]
/// All of those, each named once.
let replayed =
    Set(fuzzed.flatMap(\.dependencies)).sorted().map { Target.Dependency.byName(name: $0) }
    + [crypto]
let fuzzing: [Target] =
    if Context.environment["TALKABOUTIT_FUZZING"] == nil {
        [
            .testTarget(
                name: "FuzzTests", dependencies: replayed, path: "Tests/Fuzz", exclude: ["Corpus"],
                swiftSettings: strict)
        ]
    } else {
        fuzzed.map { name, dependencies, crypto in
            .target(
                name: "\(name)Fuzz", dependencies: dependencies.map { .byName(name: $0) } + crypto,
                path: "Tests/Fuzz/\(name)",
                swiftSettings: strict + [.define("FUZZING")])
        }
    }

let package = Package(
    name: "TalkAboutIt",
    products: [.executable(name: "talkaboutit", targets: ["talkaboutit"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // What two people and a bot may say next. Imports nothing.
        .target(name: "Dialogue", swiftSettings: strict),
        .target(
            name: "Curriculum", dependencies: ["Dialogue", "Rhythm", crypto],
            resources: [.copy("Content")], swiftSettings: strict),
        .target(name: "Rhythm", dependencies: ["Dialogue"], swiftSettings: strict),
        .target(name: "Messenger", swiftSettings: strict),

        // The chat platform, through libcurl.
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CCurlShim", dependencies: ["CCurl"]),
        .target(
            name: "Curl", dependencies: ["CCurl", "CCurlShim", "Messenger"],
            swiftSettings: strict),
        // What the adapters of chat platforms have in common.
        .target(name: "Wire", dependencies: ["Messenger"], swiftSettings: strict),
        .target(name: "Telegram", dependencies: ["Messenger", "Wire"], swiftSettings: strict),
        .target(
            name: "Matrix", dependencies: ["Messenger", "Wire", crypto], swiftSettings: strict),

        // Pictures of what two people found: shapes by librsvg, words by Pango.
        .systemLibrary(
            name: "CRsvg", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
        .systemLibrary(
            name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Pictures", dependencies: ["CPango", "CRsvg", "CZlib"], swiftSettings: strict),

        .target(name: "Store", dependencies: [crypto], swiftSettings: strict),
        .target(
            name: "Desk",
            dependencies: [
                "Dialogue", "Curriculum", "Pictures", "Rhythm", "Messenger", "Store", logging,
                serviceLifecycle,
            ],
            swiftSettings: strict),
        // The host's commands to a running daemon.
        .target(
            name: "Control", dependencies: ["Messenger", logging, serviceLifecycle],
            swiftSettings: strict),
        .target(
            name: "LocalChat", dependencies: [hummingbird, logging, serviceLifecycle],
            resources: [.copy("Page")], swiftSettings: strict),
        .executableTarget(
            name: "talkaboutit",
            dependencies: [
                "Control", "Curl", "Curriculum", "Desk", "Dialogue", "LocalChat", "Matrix",
                "Messenger", "Rhythm", "Store", "Telegram", "Wire", argumentParser, configuration,
                logging,
                serviceLifecycle,
                unixSignals,
            ],
            swiftSettings: strict),

        // Written conversations, dice, the simulated world.
        .target(
            name: "Rehearsal",
            dependencies: [
                "Dialogue", "Curriculum", "Pictures", "Rhythm", "Messenger", "Store", "Desk",
            ],
            path: "Tests/Rehearsal", swiftSettings: strict),
        // Who does anything at all in a random talk, and a watch over it. Only tests use them, so
        // nothing of theirs is more than internal.
        .target(
            name: "Townspeople", dependencies: ["Curriculum", "Dialogue", "Rhythm"],
            path: "Tests/Townspeople", swiftSettings: strict),
        .testTarget(
            name: "DialogueTests",
            dependencies: ["Curriculum", "Dialogue", "Rhythm", "Townspeople"],
            swiftSettings: strict),
        .testTarget(
            name: "CurriculumTests", dependencies: ["Curriculum", "Dialogue"],
            exclude: ["Sentences"], swiftSettings: strict),
        .testTarget(
            name: "RhythmTests", dependencies: ["Rhythm", "Dialogue"], swiftSettings: strict),
        .testTarget(
            name: "CurlTests", dependencies: ["Curl", "Messenger"], swiftSettings: strict),
        .testTarget(
            name: "TelegramTests", dependencies: ["Telegram", "Messenger", "Wire"],
            swiftSettings: strict),
        .testTarget(
            name: "MatrixTests", dependencies: ["Matrix", "Messenger", "Telegram", "Wire"],
            swiftSettings: strict),
        .testTarget(
            name: "ControlTests",
            dependencies: ["Control", "Messenger", logging, serviceLifecycle],
            swiftSettings: strict),
        .testTarget(name: "StoreTests", dependencies: ["Store"], swiftSettings: strict),
        .testTarget(
            name: "PicturesTests", dependencies: ["CPango", "CRsvg", "Pictures"],
            swiftSettings: strict),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Curriculum", "Desk", "Dialogue", "Messenger", "Pictures", "Store", "Rehearsal",
                crypto,
            ],
            exclude: ["Saved", "Course/answers.json"], swiftSettings: strict),
        .testTarget(name: "LocalChatTests", dependencies: ["LocalChat"], swiftSettings: strict),
        .testTarget(
            name: "HouseTests",
            dependencies: [
                "Control", "Curl", "Desk", "Dialogue", "LocalChat", "Messenger", "Rehearsal",
                "Telegram", "talkaboutit", "Curriculum", "Store", argumentParser, logging,
                serviceLifecycle,
            ],
            swiftSettings: strict),

        // A disk that loses what wasn't synced, and the talk of many couples on it.
        .target(
            name: "Simulation",
            dependencies: [
                "Dialogue", "Curriculum", "Rhythm", "Messenger", "Pictures", "Store", "Desk",
                logging,
            ],
            path: "Tests/Simulation", swiftSettings: strict),
        .executableTarget(
            name: "Simulate", dependencies: ["Curriculum", "Simulation"],
            path: "Tests/Simulate", swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Curriculum", "Simulation", "Store"],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ] + fuzzing,
    swiftLanguageModes: [.v6]
)
