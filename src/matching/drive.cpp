#include "matching/drive.h"

#include <algorithm>
#include <cmath>

#include "levels/power_rating.h"

namespace linecheck::matching {
namespace {

double leastInto(double load, double rated, double ratedLoad) {
  if (std::isnan(load)) return kUnknown;
  return levels::leastInto(Ohms::of(load), Volts::of(rated), Ohms::of(ratedLoad)).value();
}

double mostInto(double load, double rated, double ratedLoad) {
  if (std::isnan(load)) return kUnknown;
  return levels::mostInto(Ohms::of(load), Volts::of(rated), Ohms::of(ratedLoad)).value();
}

/// What the ratings say, each by the one that says it best.
struct Rated {
  double least = kUnknown, most = kUnknown;     // Of the best values.
  double surely = kUnknown, atMost = kUnknown;  // Of the bounds.
  double leastAt = kUnknown, mostAt = kUnknown;
  bool isExact = false;
  bool isBelowAll = true;  // The load is lower than all that are rated.
};

Rated ratedInto(const PreparedOutput& output, const Triple& load) {
  Rated rated;
  for (const auto& [at, voltage] : output.ratings) {
    if (at <= load.nominal) rated.isBelowAll = false;
    const double most = mostInto(load.nominal, voltage.nominal, at);
    const double least = leastInto(load.nominal, voltage.nominal, at);
    if (at == load.nominal) {
      rated.isExact = true;
      rated.least = rated.most = voltage.nominal;
      rated.leastAt = rated.mostAt = at;
    } else if (!rated.isExact) {
      if (!(rated.least >= least)) rated.least = least, rated.leastAt = at;
      if (!(rated.most <= most)) rated.most = most, rated.mostAt = at;
    }
    rated.surely = std::fmax(rated.surely, leastInto(load.low, voltage.low, at));
    rated.atMost = std::fmin(rated.atMost, mostInto(load.high, voltage.high, at));
  }
  return rated;
}

}  // namespace

Triple shareAt(const PreparedOutput& output, const PreparedLoad& load) {
  const Triple& z = load.impedance;
  const Triple& source = output.impedance;
  Triple share{z.nominal / (z.nominal + source.nominal), z.low / (z.low + source.high),
               z.high / (z.high + source.low)};
  if (std::isnan(share.high)) share.high = 1.0;
  return share;
}

Drive driveInto(const PreparedOutput& output, const PreparedLoad& load, const Triple& share) {
  const Triple open{output.maximum.nominal * share.nominal, kUnknown,
                    output.maximum.high * share.high};
  Drive drive;
  if (output.ratings.empty() || std::isnan(load.impedance.nominal)) {
    // That the current suffices nobody has said: there is no lower bound.
    drive.voltage = open;
    return drive;
  }
  const Rated rated = ratedInto(output, load.impedance);
  double voltage = rated.least;
  double at = rated.leastAt;
  const bool isCurrent = at > load.impedance.nominal;
  drive.limit = rated.isExact ? Limit::ratedPower : isCurrent ? Limit::current : Limit::voltage;
  if (open.nominal <= rated.least && !rated.isExact) {
    // The divider explains it: more current would not help.
    drive.limit = Limit::voltage;
  } else if (open.nominal > rated.least && !rated.isBelowAll && !rated.isExact) {
    if (open.nominal <= rated.most) {
      voltage = open.nominal;
      drive.limit = Limit::voltage;
      at = kUnknown;
    } else {
      voltage = rated.most;
      at = rated.mostAt;
      drive.limit = at < load.impedance.nominal ? Limit::current : Limit::voltage;
    }
  }
  if (voltage > open.high) {
    voltage = open.high;
    drive.limit = Limit::voltage;
    at = kUnknown;
  }
  if (!rated.isExact) drive.ratedAt = at;
  drive.voltage = {voltage, std::fmin(voltage, rated.surely), std::fmin(open.high, rated.atMost)};
  if (std::isnan(rated.surely)) drive.voltage.low = kUnknown;
  drive.voltage.high = std::fmax(drive.voltage.high, voltage);
  if (std::isnan(std::fmin(open.high, rated.atMost))) drive.voltage.high = kUnknown;
  return drive;
}

}  // namespace linecheck::matching
