#include <array>

#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::Place;
using profiles::Kind;

constexpr std::array kFindings{
    Text{"covered-warm-device",
         "{device} sheds its heat through the case, and {cover} lies on top of it."},
    Text{"perhaps-warm-device-covered",
         "{cover} lies on top of {device}. Feel whether {device} gets warm: if it does, it needs "
         "air around it."},
    Text{"enclosed-warm-device",
         "{device} sheds its heat through the case, and stands where no air moves."},
};
constexpr std::array kFixes{
    Text{"move-off-warm-device", "Put {cover} beside {device}, not on top of it."},
    Text{"move-into-free-air", "Stand {device} where air can move around it."},
};

/// Amplifiers shed heat; how much, their profile may not tell.
bool isAmplifier(Kind kind) {
  return kind == Kind::headphoneAmplifier || kind == Kind::powerAmplifier ||
         kind == Kind::preamplifier;
}

void checkCovered(const Desk& desk, const Device& cover, std::vector<Finding>& findings) {
  const auto& below = cover.placement.onTopOf;
  const profiles::Profile* profile = below ? desk.profile(*below) : nullptr;
  if (!profile) return;
  if (!profile->needsAirflow && !isAmplifier(profile->kind)) return;
  const chain::Arguments names{{"device", desk.name(*below)}, {"cover", desk.name(cover.id)}};
  findings.push_back({profile->needsAirflow ? "covered-warm-device" : "perhaps-warm-device-covered",
                      profile->needsAirflow ? Severity::attention : Severity::info,
                      {Place(*below), Place(cover.id)},
                      names,
                      {{"move-off-warm-device", {Place(cover.id)}, Cost::free, names}}});
}

void checkEnclosed(const Desk& desk, const Device& device, std::vector<Finding>& findings) {
  const profiles::Profile* profile = desk.profile(device.id);
  if (!profile || !profile->needsAirflow || !device.placement.isEnclosed) return;
  const chain::Arguments names{{"device", desk.name(device.id)}};
  findings.push_back({"enclosed-warm-device",
                      Severity::attention,
                      {Place(device.id)},
                      names,
                      {{"move-into-free-air", {Place(device.id)}, Cost::free, names}}});
}

void check(const Context& context, std::vector<Finding>& findings) {
  for (const Device& device : context.desk.chain().devices) {
    checkCovered(context.desk, device, findings);
    checkEnclosed(context.desk, device, findings);
  }
}

}  // namespace

Rule airflow() {
  return {"airflow", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
