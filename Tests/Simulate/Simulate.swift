import Curriculum
import Foundation
import Simulation

/// Plays a long talk of many couples on a disk that fails, and tells whether anything was lost.
@main
struct Simulate {
    static func main() async {
        var arguments = CommandLine.arguments.dropFirst()
        var steps = 100_000
        var seed: UInt64 = 1
        var isEvery = false
        while let argument = arguments.popFirst() {
            switch argument {
            case "--every": isEvery = true
            case "--steps": steps = arguments.popFirst().flatMap { Int($0) } ?? steps
            case "--seed": seed = arguments.popFirst().flatMap { UInt64($0) } ?? seed
            case _: return fail("usage: simulate [--steps N] [--seed S] [--every]")
            }
        }
        await run(steps: steps, seed: seed, isEvery: isEvery)
    }

    /// How many steps a talk has: what has begun long ago takes longer to look at, and finds less.
    private static let talk = 1_000

    /// Talks with the seeds S, S + 2, S + 4 …; each is had again by its own.
    private static func run(steps: Int, seed first: UInt64, isEvery: Bool) async {
        let began = ContinuousClock.now
        var sum = Sum()
        var seed = first
        do {
            try await begin(steps / 1_000, seed: first)
            while sum.steps < steps {
                try await play(min(talk, steps - sum.steps), seed, isEvery, into: &sum)
                if sum.steps % 10_000 == 0 || sum.steps >= steps { tell(sum, first, since: began) }
                seed += 2
            }
        } catch {
            fail("seed \(seed): \(error)")
        }
    }

    private static func play(
        _ steps: Int, _ seed: UInt64, _ isEvery: Bool, into sum: inout Sum
    ) async throws {
        var plan = Simulation.Plan(seed: seed)
        plan.isKeyed = seed % 4 == 0
        if isEvery { plan.operationsBetweenCuts = 0 }
        let simulation = try await Simulation(plan, try Curriculum.builtIn())
        while simulation.steps < steps {
            do {
                if isEvery {
                    try await simulation.stepAtEveryOperation()
                    // Once it has begun, the talk goes on a little in between.
                    guard simulation.steps > 20 else { continue }
                    for _ in 0..<8 { try await simulation.step() }
                } else {
                    try await simulation.step()
                }
            } catch {
                say("at step \(simulation.steps):")
                throw error
            }
        }
        sum.add(simulation)
    }

    /// What several talks came to.
    private struct Sum {
        var steps = 0
        var crashes = 0
        var recoveries = 0
        var letters = (all: 0, copies: 0)
        var joined = 0
        var reveals = 0

        mutating func add(_ talk: Simulation) {
            steps += talk.steps
            crashes += talk.crashes
            recoveries += talk.recoveries
            letters.all += talk.letters.all
            letters.copies += talk.letters.copies
            joined += talk.joined
            reveals += talk.reveals
        }
    }

    /// Many short talks: first words are lost in other ways than later ones.
    private static func begin(_ count: Int, seed: UInt64) async throws {
        let curriculum = try Curriculum.builtIn()
        for number in 0..<UInt64(count) {
            var plan = Simulation.Plan(seed: seed &* 1_000_000 &+ number)
            plan.couples = 1
            plan.operationsBetweenCuts = 12
            let simulation = try await Simulation(plan, curriculum)
            for _ in 0..<8 {
                do { try await simulation.step() } catch {
                    say("in beginning \(number):")
                    throw error
                }
            }
        }
    }

    private static func tell(_ sum: Sum, _ seed: UInt64, since began: ContinuousClock.Instant) {
        let seconds = Double((ContinuousClock.now - began).components.seconds)
        say(
            """
            seed \(seed): \(sum.steps) steps, \(sum.crashes) crashes, \(sum.recoveries) recoveries, \
            \(sum.letters.all) letters, \(sum.letters.copies) of them came twice, \
            \(sum.joined) couples, \(sum.reveals) reveals, \
            \(Int(Double(sum.steps) / max(1, seconds))) steps per second
            """)
    }

    /// At once, also into a file.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private static func fail(_ reason: String) {
        FileHandle.standardError.write(Data((reason + "\n").utf8))
        exit(1)
    }
}
