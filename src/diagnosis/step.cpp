#include "diagnosis/step.h"

#include <algorithm>
#include <array>
#include <utility>

namespace linecheck::diagnosis {
namespace {

using chain::Cost;

struct Facts {
  StepAction action;
  std::string_view id;
  Cost cost;
  double minutes;
  bool isPlugging;
};

constexpr std::array kFacts{
    Facts{StepAction::captureLonger, "capture_longer", Cost::free, 0.5, false},
    Facts{StepAction::measureBaseline, "measure_baseline", Cost::free, 3.0, true},
    Facts{StepAction::muteSource, "mute_source", Cost::free, 0.5, false},
    Facts{StepAction::volumeDown, "volume_down", Cost::free, 0.5, false},
    Facts{StepAction::computerBusy, "computer_busy", Cost::free, 1.0, false},
    Facts{StepAction::runOnBattery, "run_on_battery", Cost::free, 1.0, false},
    Facts{StepAction::phoneAway, "phone_away", Cost::free, 0.5, false},
    Facts{StepAction::dimmersOff, "dimmers_off", Cost::free, 2.0, false},
    Facts{StepAction::moveCable, "move_cable", Cost::free, 1.5, false},
    Facts{StepAction::otherUsbPort, "other_usb_port", Cost::free, 1.5, true},
    Facts{StepAction::unplugCable, "unplug_cable", Cost::free, 1.0, true},
    Facts{StepAction::switchOffDevice, "switch_off_device", Cost::free, 1.0, true},
    Facts{StepAction::oneStrip, "one_strip", Cost::free, 5.0, true},
    Facts{StepAction::groundLift, "ground_lift", Cost::free, 0.5, false},
    Facts{StepAction::dummyInReceiver, "dummy_in_receiver", Cost::free, 3.0, true},
    Facts{StepAction::dummyAndCable, "dummy_and_cable", Cost::free, 3.0, true},
    Facts{StepAction::dummyOnLooseEnd, "dummy_on_loose_end", Cost::free, 3.0, true},
    Facts{StepAction::dummyInSender, "dummy_in_sender", Cost::free, 3.0, true},
    Facts{StepAction::borrowIsolator, "borrow_isolator", Cost::purchase, 10.0, true},
    Facts{StepAction::borrowUsbIsolator, "borrow_usb_isolator", Cost::purchase, 10.0, true},
    Facts{StepAction::tryBalancedCable, "try_balanced_cable", Cost::cable, 3.0, true},
};

constexpr auto kActions = [] {
  std::array<StepAction, kFacts.size()> actions{};
  for (std::size_t i = 0; i < kFacts.size(); ++i) actions[i] = kFacts[i].action;
  return actions;
}();

// The table is read by index.
static_assert([] {
  for (std::size_t i = 0; i < kFacts.size(); ++i) {
    if (static_cast<std::size_t>(kFacts[i].action) != i) return false;
  }
  return true;
}());

const Facts& factsOf(StepAction action) {
  return kFacts[static_cast<std::size_t>(action)];
}

}  // namespace

std::span<const StepAction> stepActions() {
  return kActions;
}

std::string_view stepActionId(StepAction action) {
  return factsOf(action).id;
}

std::optional<StepAction> findStepAction(std::string_view id) {
  const auto found = std::find_if(kFacts.begin(), kFacts.end(),
                                  [&](const Facts& facts) { return facts.id == id; });
  return found == kFacts.end() ? std::nullopt : std::optional(found->action);
}

Step makeStep(StepAction action, std::vector<chain::Place> where) {
  const Facts& facts = factsOf(action);
  return {action, std::move(where), facts.cost, facts.minutes, facts.isPlugging};
}

double minutesFor(Cost cost) {
  switch (cost) {
    case Cost::free:
      return 0.0;
    case Cost::cable:
      return 20.0;
    case Cost::purchase:
      return 60.0;
    case Cost::craftsman:
      return 240.0;
  }
  return 0.0;
}

}  // namespace linecheck::diagnosis
