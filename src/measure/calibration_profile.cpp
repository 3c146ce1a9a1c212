#include "measure/calibration_profile.h"

#include <algorithm>

namespace linecheck::measure {
namespace {

std::string idsOf(const profiles::Profile& profile) {
  std::string ids;
  for (const profiles::Port& port : profile.ports) {
    if (!port.maximumLevel || port.direction == profiles::Direction::both) continue;
    ids += (ids.empty() ? "" : ", ") + port.id;
  }
  return ids.empty() ? "none of its ports states a maximum level" : "it has " + ids;
}

std::optional<Decibels> uncertaintyOf(const Interval<DecibelsU>& level) {
  if (level.isExact()) return std::nullopt;
  const Decibels down = level.nominal - level.low.value_or(level.nominal);
  const Decibels up = level.high.value_or(level.nominal) - level.nominal;
  return std::max(down, up);
}

}  // namespace

Result<ProfileFullScale> fullScaleFromProfile(const profiles::Profile& profile,
                                              std::string_view portId) {
  const std::string where = profile.id + ":" + std::string(portId);
  if (!profiles::isConverter(profile.kind)) {
    return fail(ErrorCode::usage,
                "This device has no converters, so nothing on it is 0 dBFS. Name your interface.",
                where);
  }
  const profiles::Port* port = profile.port(portId);
  if (port == nullptr) {
    return fail(ErrorCode::notFound, "There is no such port; " + idsOf(profile) + ".", where);
  }
  if (port->direction == profiles::Direction::both || !port->maximumLevel) {
    return fail(ErrorCode::usage,
                "Nobody states the maximum level of this port; " + idsOf(profile) + ".", where);
  }
  const auto& level = *port->maximumLevel;
  return ProfileFullScale{
      level.value.nominal,
      uncertaintyOf(level.value),
      port->direction == profiles::Direction::in ? audio::Direction::input
                                                 : audio::Direction::output,
      {profile.id, port->id, level.provenance.confidence},
  };
}

}  // namespace linecheck::measure
