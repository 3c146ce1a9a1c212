#include "simulation/mains.h"

#include <array>
#include <cmath>
#include <numbers>

namespace linecheck::simulation {
namespace {

constexpr double kMeanOffsetHz = 0.0014;

// The frequency's slow swings. Their squares' sum gives the standard deviation, the slow ones most
// of it; the quick one makes the changes from second to second.
struct Swing {
  double amplitudeHz;
  double periodSeconds;
  double phase;
};
constexpr std::array kSwings = {Swing{0.022, 331.0, 0.4}, Swing{0.015, 127.0, 2.1},
                                Swing{0.004, 23.0, 5.0}};

}  // namespace

double mainsCycles(const Mains& mains, Seconds time) {
  double cycles = mains.nominal * time;
  if (!mains.drifts) return cycles;
  cycles += kMeanOffsetHz * time.value();
  for (const Swing& swing : kSwings) {
    // The integral of amplitude · sin(ωt + phase).
    const double omega = 2.0 * std::numbers::pi / swing.periodSeconds;
    cycles += swing.amplitudeHz / omega *
              (std::cos(swing.phase) - std::cos(omega * time.value() + swing.phase));
  }
  return cycles;
}

}  // namespace linecheck::simulation
