#include "setup/item.h"

#include <algorithm>
#include <array>

namespace linecheck::setup {
namespace {

struct KindInfo {
  ItemKind kind;
  std::string_view name;
  StepId step;
};

// In the order of the enumeration; the test walks both.
constexpr std::array kKinds{
    KindInfo{ItemKind::deviceKnown, "device_known", StepId::desk},
    KindInfo{ItemKind::soundOrder, "sound_order", StepId::desk},
    KindInfo{ItemKind::mains, "mains", StepId::desk},
    KindInfo{ItemKind::pluggedIn, "plugged_in", StepId::desk},
    KindInfo{ItemKind::allOff, "all_off", StepId::cables},
    KindInfo{ItemKind::cable, "cable", StepId::cables},
    KindInfo{ItemKind::balancedLines, "balanced_lines", StepId::cables},
    KindInfo{ItemKind::cableRoutes, "cable_routes", StepId::cables},
    KindInfo{ItemKind::supply, "supply", StepId::power},
    KindInfo{ItemKind::mainsVoltage, "mains_voltage", StepId::power},
    KindInfo{ItemKind::oneSource, "one_source", StepId::power},
    KindInfo{ItemKind::ups, "ups", StepId::power},
    KindInfo{ItemKind::earth, "earth", StepId::power},
    KindInfo{ItemKind::volumeDown, "volume_down", StepId::powerUp},
    KindInfo{ItemKind::switchOn, "switch_on", StepId::powerUp},
    KindInfo{ItemKind::switchOff, "switch_off", StepId::powerUp},
    KindInfo{ItemKind::systemVolume, "system_volume", StepId::computer},
    KindInfo{ItemKind::notMuted, "not_muted", StepId::computer},
    KindInfo{ItemKind::bitDepth, "bit_depth", StepId::computer},
    KindInfo{ItemKind::sampleRate, "sample_rate", StepId::computer},
    KindInfo{ItemKind::soundPath, "sound_path", StepId::computer},
    KindInfo{ItemKind::enhancements, "enhancements", StepId::computer},
    KindInfo{ItemKind::wholePath, "whole_path", StepId::computer},
    KindInfo{ItemKind::digitalVolume, "digital_volume", StepId::audioInterface},
    KindInfo{ItemKind::outputTrim, "output_trim", StepId::audioInterface},
    KindInfo{ItemKind::headroom, "headroom", StepId::audioInterface},
    KindInfo{ItemKind::serial, "serial", StepId::amplifier},
    KindInfo{ItemKind::headphoneOutput, "headphone_output", StepId::amplifier},
    KindInfo{ItemKind::gain, "gain", StepId::amplifier},
    KindInfo{ItemKind::knob, "knob", StepId::amplifier},
    KindInfo{ItemKind::liveControl, "live_control", StepId::amplifier},
    KindInfo{ItemKind::airflow, "airflow", StepId::amplifier},
    KindInfo{ItemKind::plugCare, "plug_care", StepId::amplifier},
    KindInfo{ItemKind::monitorsDown, "monitors_down", StepId::oneKnob},
    KindInfo{ItemKind::headphoneMode, "headphone_mode", StepId::oneKnob},
    KindInfo{ItemKind::comfortableKnob, "comfortable_knob", StepId::oneKnob},
    KindInfo{ItemKind::monitorMode, "monitor_mode", StepId::oneKnob},
    KindInfo{ItemKind::monitorsUp, "monitors_up", StepId::oneKnob},
    KindInfo{ItemKind::matched, "matched", StepId::oneKnob},
    KindInfo{ItemKind::switching, "switching", StepId::oneKnob},
    KindInfo{ItemKind::hum, "hum", StepId::noise},
    KindInfo{ItemKind::checklistLine, "checklist_line", StepId::checklist},
};

constexpr std::array<std::string_view, 4> kKnownBy{"measured", "system", "chain", "user"};

const KindInfo& infoOf(ItemKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view itemKindName(ItemKind kind) {
  return infoOf(kind).name;
}

StepId stepOf(ItemKind kind) {
  return infoOf(kind).step;
}

std::string_view knownByName(KnownBy by) {
  return kKnownBy[static_cast<std::size_t>(by)];
}

std::optional<KnownBy> findKnownBy(std::string_view name) {
  const auto* const found = std::find(kKnownBy.begin(), kKnownBy.end(), name);
  if (found == kKnownBy.end()) return std::nullopt;
  return static_cast<KnownBy>(found - kKnownBy.begin());
}

bool Item::canBeKnown(KnownBy by) const {
  return std::find(canBeKnownBy.begin(), canBeKnownBy.end(), by) != canBeKnownBy.end();
}

}  // namespace linecheck::setup
