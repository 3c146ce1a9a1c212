#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "chain/desk.h"
#include "chain/fix.h"
#include "chain/place.h"
#include "chain/situation.h"

namespace linecheck::diagnosis {

/// What a user can do to learn more. None ever opens a protective earth.
enum class StepAction {
  captureLonger,    ///< The same again, four times as long.
  measureBaseline,  ///< The interface's own loopback.
  muteSource,       ///< Stop and mute what the computer plays.
  volumeDown,       ///< An amplifier's or interface's knob to its minimum.
  computerBusy,     ///< Give the graphics card work.
  runOnBattery,     ///< Pull a laptop's charger.
  phoneAway,        ///< Phones two metres away, or in flight mode.
  dimmersOff,       ///< Dimmers, chargers and lamps of the circuit off.
  moveCable,        ///< A cable away from supplies and mains cables.
  otherUsbPort,     ///< At the back of the computer, on another hub.
  unplugCable,      ///< A signal cable out of the device it goes to.
  switchOffDevice,  ///< Its supply out, where the rest goes on without it.
  oneStrip,         ///< All plugs into one strip.
  groundLift,       ///< The switch marked so, on the device's signal ground.
  dummyInReceiver,  ///< Whitlock 1.
  dummyAndCable,    ///< Whitlock 2.
  dummyOnLooseEnd,  ///< Whitlock 3.
  dummyInSender,    ///< Whitlock 4.
  borrowIsolator,   ///< A transformer into the line.
  borrowUsbIsolator,
  tryBalancedCable,
};

/// All of them, in the order above.
[[nodiscard]] std::span<const StepAction> stepActions();
/// "unplug_cable"
[[nodiscard]] std::string_view stepActionId(StepAction action);
/// None if no action has this id.
[[nodiscard]] std::optional<StepAction> findStepAction(std::string_view id);

/// One thing to do, and then to measure.
struct Step {
  StepAction action = StepAction::captureLonger;
  /// What it is done to: a cable, then the device to pull it out of; a device; devices and last the
  /// strip to plug them into; a device's control. Empty for the room, the desk or the program.
  std::vector<chain::Place> where;
  chain::Cost cost = chain::Cost::free;
  double minutes = 1.0;     ///< Of the user's time.
  bool isPlugging = false;  ///< Speakers down and amplifier off before.

  bool operator==(const Step&) const = default;
};

/// The step with what the action takes of the user's time and money (docs/hunt.md).
[[nodiscard]] Step makeStep(StepAction action, std::vector<chain::Place> where = {});

/// A cost in minutes of the user's time, so that money and time can be compared.
[[nodiscard]] double minutesFor(chain::Cost cost);

/// The desk with the step done; steps that change nothing on it (longer captures, a baseline) leave
/// it as it is. `notFound` if a place is not there, `unsupported` if the step does not fit the
/// place, such as a ground lift that a device does not have.
[[nodiscard]] Result<chain::Situation> withStep(const chain::Situation& situation, const Step& step,
                                                const chain::ProfileLookup& lookup);

}  // namespace linecheck::diagnosis
