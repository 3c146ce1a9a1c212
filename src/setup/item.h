#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "chain/device.h"
#include "chain/place.h"
#include "matching/bounded.h"
#include "setup/step.h"

namespace linecheck::setup {

/// What a step asks for. Each belongs to one step, and is asked once or for each part of the desk.
enum class ItemKind {
  deviceKnown,  ///< A device has a profile.
  soundOrder,   ///< Sound gets from a computer to headphones, by what belongs in between.
  mains,        ///< Frequency and voltage of the house.
  pluggedIn,    ///< Everything that takes mains is plugged in somewhere.

  allOff,         ///< Before any cable is touched.
  cable,          ///< One cable.
  balancedLines,  ///< A balanced line is so at both ends.
  cableRoutes,    ///< Short, and away from mains cables and supplies.

  supply,        ///< A device's adapter is the right one.
  mainsVoltage,  ///< A device takes the voltage of the house.
  oneSource,     ///< One strip, conditioner or UPS for all.
  ups,           ///< A UPS fits its load.
  earth,         ///< The outlets have a working earth.

  volumeDown,  ///< Of an amplifier, before it is switched on.
  switchOn,    ///< One device.
  switchOff,   ///< How it goes the other way round.

  systemVolume,
  notMuted,
  bitDepth,
  sampleRate,
  soundPath,     ///< Whether sound takes the mixer, exclusive mode or ASIO.
  enhancements,  ///< Effects of the system are off.
  wholePath,     ///< The samples arrive as they are sent.

  digitalVolume,  ///< A digital control is fully up.
  outputTrim,
  headroom,  ///< Nothing clips before full scale.

  serial,           ///< Of a model with unsafe batches.
  headphoneOutput,  ///< Headphones are at an output that suits them.
  gain,
  knob,         ///< How loud it is expected to be, and where the knob then stands.
  liveControl,  ///< It is the only one.
  airflow,
  plugCare,  ///< No plug in or out with the volume up.

  monitorsDown,
  headphoneMode,
  comfortableKnob,
  monitorMode,
  monitorsUp,
  matched,
  switching,  ///< How to go from one to the other from now on.

  hum,

  checklistLine,
};

/// Stable: "system_volume".
[[nodiscard]] std::string_view itemKindName(ItemKind kind);
/// The step that asks for it.
[[nodiscard]] StepId stepOf(ItemKind kind);

/// How something is known; each is worth more than those behind it.
enum class KnownBy {
  measured,
  system,  ///< The operating system says so.
  chain,   ///< The desk's description says so.
  user,    ///< Ticked by hand.
};

/// Stable: "measured", "system", "chain", "user".
[[nodiscard]] std::string_view knownByName(KnownBy by);
/// None if there is no such word.
[[nodiscard]] std::optional<KnownBy> findKnownBy(std::string_view name);

/// What a drawing of it shows.
enum class Picture {
  device,
  outlets,
  plugsOut,
  cable,
  cableRoute,
  adapter,
  strip,
  ups,
  earth,
  volumeDown,
  powerSwitch,
  volumeSlider,
  soundFormat,
  path,
  faders,
  trim,
  meter,
  serialLabel,
  headphonePlug,
  gainSwitch,
  knob,
  airflow,
  monitors,
  modeSwitch,
  listening,
  spectrum,
  list,
};

/// Where a control belongs.
struct Target {
  chain::Place control;
  chain::Setting setting;

  bool operator==(const Target&) const = default;
};

/// One thing to see to, made from the user's own desk.
struct Item {
  /// Stable for as long as the part is there: "cable:zen-go-to-l30-ii".
  std::string id;
  ItemKind kind = ItemKind::deviceKnown;
  Sentence text;                        ///< What to do, or how it should be.
  std::optional<Sentence> why{};        ///< One or two sentences, for who asks.
  std::vector<chain::Place> where{};    ///< What to light up in the drawing.
  std::vector<KnownBy> canBeKnownBy{};  ///< The best first.
  Picture picture = Picture::device;
  /// To be shown large, such as "15 V AC".
  std::string large{};
  std::optional<Target> target{};
  /// Of a knob: where on its travel it is expected to stand in the end, as far as anybody can tell.
  matching::Bounded<chain::Travel> travel{};
  /// What of the desk it depends on, as text: once that is another, what was said before no longer
  /// counts.
  std::string basis{};

  [[nodiscard]] StepId step() const { return stepOf(kind); }
  [[nodiscard]] bool canBeKnown(KnownBy by) const;
};

}  // namespace linecheck::setup
