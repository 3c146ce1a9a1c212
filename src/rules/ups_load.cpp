#include "rules/ups_load.h"

#include <algorithm>
#include <cmath>

#include "base/number_text.h"
#include "rules/power_path.h"

namespace linecheck::rules {
namespace {

using chain::Desk;
using chain::Device;
using chain::DeviceId;
using profiles::Kind;
using profiles::Supply;

constexpr double kWattsPerVoltAmpere = 0.6;

PowerRange range(double least, double most) {
  return {Watts::of(least), Watts::of(most)};
}

/// One of a pair, as its cable comes from one socket of a pair.
bool isOneOfPair(const Desk& desk, const DeviceId& device) {
  const auto& attached = desk.attached(device);
  return std::any_of(attached.begin(), attached.end(),
                     [](const auto& end) { return end.far->socket.index.has_value(); });
}

/// What such a device usually takes, with a computer at the same UPS or without.
PowerRange usual(const Desk& desk, const Device& device, Kind kind, bool isWithComputer) {
  switch (kind) {
    case Kind::computer:
      return range(300.0, 400.0);
    case Kind::monitor:
      return isOneOfPair(desk, device.id) ? range(15.0, 100.0) : range(30.0, 200.0);
    case Kind::audioInterface:
    case Kind::dac:
    case Kind::headphoneAmplifier:
    case Kind::preamplifier:
    case Kind::phonoStage:
      if (isWithComputer) return range(0.0, 0.0);  // Within the computer's figure.
      break;
    default:
      break;
  }
  return {Watts::of(0.0), std::nullopt};
}

bool drawsFromMains(const profiles::Power& power) {
  return power.supply == Supply::internalMains || power.supply == Supply::externalAdapter;
}

/// How many of what its profile describes a device stands for. The figure of a monitor with one
/// channel is of one box, and a cable may feed a pair of them; with two channels it is of the pair.
double unitsOf(const Desk& desk, const Device& device, const profiles::Profile& profile) {
  if (profile.kind != Kind::monitor) return 1.0;
  for (const Desk::Attached& end : desk.attached(device.id)) {
    const profiles::Port* port = profile.port(end.near->socket.port);
    if (!port || end.isSource) continue;
    if (port->channels == 1) return isOneOfPair(desk, device.id) ? 1.0 : 2.0;
    if (port->channels == 2) return isOneOfPair(desk, device.id) ? 0.5 : 1.0;
  }
  return 1.0;
}

PowerRange draw(const Desk& desk, const Device& device, bool isWithComputer) {
  const profiles::Profile* profile = desk.profile(device.id);
  if (!profile) return {Watts::of(0.0), std::nullopt};
  if (profile->power && !drawsFromMains(*profile->power)) return range(0.0, 0.0);
  if (!profile->power || !profile->power->consumption) {
    return usual(desk, device, profile->kind, isWithComputer);
  }
  const Interval<Watts>& told = profile->power->consumption->value;
  const double units = unitsOf(desk, device, *profile);
  return {told.low.value_or(told.nominal) * units, told.high.value_or(told.nominal) * units};
}

bool hangsOn(const Desk& desk, const chain::PowerLead& lead, const chain::PowerPoint& ups) {
  const auto path = powerPath(desk, lead.from);
  return std::any_of(path.begin(), path.end(),
                     [&](const chain::PowerPoint* point) { return point->id == ups.id; });
}

}  // namespace

UpsLoad loadOf(const Desk& desk, const chain::PowerPoint& ups) {
  UpsLoad load{range(0.0, 0.0), {}, {}};
  for (const Device& device : desk.chain().devices) {
    const auto& feeds = desk.feeds(device.id);
    if (std::any_of(feeds.begin(), feeds.end(),
                    [&](const auto* lead) { return hangsOn(desk, *lead, ups); })) {
      load.devices.push_back(device.id);
    }
  }
  const bool isWithComputer =
      std::any_of(load.devices.begin(), load.devices.end(),
                  [&](const DeviceId& id) { return desk.kind(id) == Kind::computer; });
  for (const DeviceId& id : load.devices) {
    const PowerRange drawn = draw(desk, *desk.device(id), isWithComputer);
    load.power.least += drawn.least;
    if (!drawn.most) load.untold.push_back(id);
    load.power.most = drawn.most && load.power.most ? std::optional(*load.power.most + *drawn.most)
                                                    : std::nullopt;
  }
  return load;
}

std::optional<PowerRange> capacityOf(const chain::Ups& ups) {
  if (ups.power) return PowerRange{*ups.power, *ups.power};
  if (!ups.apparentPower) return std::nullopt;
  const double rating = ups.apparentPower->value();
  return range(rating * kWattsPerVoltAmpere, rating);
}

std::string powerText(const PowerRange& power) {
  const std::string least = numberText(power.least.value(), 0);
  if (!power.most) return "at least " + numberText(power.least.value(), 0, "W");
  const std::string most = numberText(power.most->value(), 0, "W");
  return *power.most == power.least ? most : least + "–" + most;
}

std::string ratingText(const PowerRange& load) {
  const auto rating = [](Watts watts) {
    const double needed = watts.value() * kUpsHeadroom / kWattsPerVoltAmpere;
    return std::ceil(needed / 50.0 - 1e-9) * 50.0;
  };
  const double least = rating(load.least);
  if (!load.most) return "at least " + numberText(least, 0, "VA");
  const double most = rating(*load.most);
  return least == most ? numberText(most, 0, "VA")
                       : numberText(least, 0) + "–" + numberText(most, 0, "VA");
}

}  // namespace linecheck::rules
