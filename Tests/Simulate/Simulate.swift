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

    private static func run(steps: Int, seed: UInt64, isEvery: Bool) async {
        let began = ContinuousClock.now
        do {
            try await begin(steps / 1_000, seed: seed)
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
                    return fail("seed \(seed), step \(simulation.steps): \(error)")
                }
                if simulation.steps % 10_000 == 0 { tell(simulation, seed, since: began) }
            }
            tell(simulation, seed, since: began)
        } catch {
            fail("seed \(seed): \(error)")
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

    private static func tell(
        _ simulation: Simulation, _ seed: UInt64, since began: ContinuousClock.Instant
    ) {
        let seconds = Double((ContinuousClock.now - began).components.seconds)
        let letters = simulation.letters
        say(
            """
            seed \(seed): \(simulation.steps) steps, \(simulation.crashes) crashes, \
            \(simulation.recoveries) recoveries, \(letters.all) letters, \
            \(letters.copies) of them came twice, \(simulation.joined) couples, \(simulation.reveals) reveals, \
            \(Int(Double(simulation.steps) / max(1, seconds))) steps per second
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
