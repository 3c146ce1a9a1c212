#include "cli/backend_choice.h"

#include <fmt/format.h>

#include "audio/device_choice.h"
#include "audio/portaudio/portaudio_backend.h"
#include "simulation/simulated_studio.h"

namespace linecheck::cli {
namespace {

Result<std::unique_ptr<audio::Backend>> makeStudio(const std::vector<std::string>& faults) {
  auto studio = std::make_unique<simulation::SimulatedStudio>(
      simulation::demoStudio(), audio::Pacing{audio::Pace::asFastAsPossible});
  for (const std::string& id : faults) {
    const auto fault = simulation::findFault(id);
    if (!fault) {
      std::string known;
      for (const auto& info : simulation::faults()) {
        known += fmt::format("{}{}", known.empty() ? "" : ", ", info.id);
      }
      return fail(ErrorCode::usage, "The simulated studio has no such fault; it has " + known + ".",
                  id);
    }
    studio->faults().set(*fault, true);
  }
  return studio;
}

}  // namespace

Result<std::unique_ptr<audio::Backend>> makeBackend(const std::string& name,
                                                    const std::vector<std::string>& faults) {
  if (name == "simulated") return makeStudio(faults);
  if (!faults.empty()) {
    return fail(ErrorCode::usage, "Only the simulated studio has faults to switch on.", "--fault");
  }
  return audio::makePortAudioBackend();
}

std::string preferredBackend() {
  const auto devices = audio::makePortAudioBackend()->devices();
  const bool isUsable = devices && audio::findDevicePair(*devices, std::nullopt, std::nullopt);
  return isUsable ? "portaudio" : "simulated";
}

}  // namespace linecheck::cli
