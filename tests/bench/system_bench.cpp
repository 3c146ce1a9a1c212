// How soon it is known that another program has moved the system's volume.
#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "bench/report.h"
#include "support/pulse/pulse_server.h"
#include "system/listener.h"
#include "system/system_sound.h"

namespace linecheck::bench {
namespace {

constexpr int kChanges = 50;
constexpr std::chrono::seconds kPatience{10};

void measureSystem(Report& report) {
  using Clock = std::chrono::steady_clock;
  const testing::PulseServer server;
  if (!server.isUp()) return report.note("No PulseAudio server came up: " + server.output());
  testing::Listener listener;
  const auto sound = system::makeSystemSound({listener.callback(), server.address(), kPatience});
  std::vector<double> waits;
  bool isComplete = sound->read().has_value();
  for (int i = 0; i < kChanges && isComplete; ++i) {
    listener.forget();
    const auto begin = Clock::now();  // Before the other program starts: its own time counts too.
    isComplete = server.control("set-sink-volume desk " + std::to_string(30 + i) + '%') &&
                 listener.hears(system::SoundChange::settings, kPatience) &&
                 sound->read().has_value();
    waits.push_back(std::chrono::duration<double>(Clock::now() - begin).count());
  }
  if (!isComplete) return report.note("A change was not told, or could not be read.");
  std::sort(waits.begin(), waits.end());
  report.atMost("volume moved by another program, told and read: worst of 50", waits.back(), 1.0,
                "s");
  report.note("median " + std::to_string(waits[waits.size() / 2]) + " s, with pactl's own start");
}

const Registration kSystem{"system", measureSystem};

}  // namespace
}  // namespace linecheck::bench
