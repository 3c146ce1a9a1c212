#include "setup/step.h"

#include <algorithm>
#include <array>

namespace linecheck::setup {
namespace {

constexpr std::array kSteps{
    StepId::desk,           StepId::cables,    StepId::power,   StepId::powerUp, StepId::computer,
    StepId::audioInterface, StepId::amplifier, StepId::oneKnob, StepId::noise,   StepId::checklist};

constexpr std::array<std::string_view, kSteps.size()> kNames{
    "desk",      "cables",    "power",    "power_up", "computer",
    "interface", "amplifier", "one_knob", "noise",    "checklist"};

}  // namespace

std::span<const StepId> stepIds() {
  return kSteps;
}

std::string_view stepName(StepId step) {
  return kNames[static_cast<std::size_t>(step)];
}

std::optional<StepId> findStep(std::string_view name) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return kSteps[static_cast<std::size_t>(found - kNames.begin())];
}

}  // namespace linecheck::setup
