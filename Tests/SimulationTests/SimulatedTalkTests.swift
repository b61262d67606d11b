import Curriculum
import Simulation
import Testing

@Suite("A simulated talk")
struct SimulatedTalkTests {
}
