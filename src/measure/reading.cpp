#include "measure/reading.h"

#include <algorithm>
#include <array>

namespace linecheck::measure {
namespace {

struct UnitWords {
  Unit unit;
  std::string_view key;
  std::string_view symbol;
  int decimals;
};

constexpr std::array kUnits = {
    UnitWords{Unit::dbfs, "dbfs", "dBFS", 2},
    UnitWords{Unit::db, "db", "dB", 2},
    UnitWords{Unit::dbc, "dbc", "dBc", 1},
    UnitWords{Unit::hertz, "hz", "Hz", 2},
    UnitWords{Unit::seconds, "s", "s", 2},
    UnitWords{Unit::milliseconds, "ms", "ms", 3},
    UnitWords{Unit::frames, "frames", "samples", 2},
    UnitWords{Unit::ohms, "ohm", "Ω", 2},
    UnitWords{Unit::partsPerMillion, "ppm", "ppm", 2},
    UnitWords{Unit::degrees, "deg", "°", 1},
    UnitWords{Unit::bits, "bits", "bits", 1},
    UnitWords{Unit::dbu, "dbu", "dBu", 2},
    UnitWords{Unit::volts, "v", "V", 3},
    UnitWords{Unit::picoseconds, "ps", "ps", 1},
    UnitWords{Unit::ratio, "ratio", "", 4},
    UnitWords{Unit::dbtp, "dbtp", "dBTP", 2},
    UnitWords{Unit::count, "count", "", 0},
    UnitWords{Unit::percent, "percent", "%", 2},
};

const UnitWords& wordsOf(Unit unit) {
  return *std::find_if(kUnits.begin(), kUnits.end(),
                       [unit](const UnitWords& words) { return words.unit == unit; });
}

template <class Part>
const Part* find(const std::vector<Part>& parts, std::string_view id, std::optional<int> channel) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
    return part.id == id && part.channel == channel;
  });
  return found == parts.end() ? nullptr : &*found;
}

}  // namespace

std::string_view unitKey(Unit unit) {
  return wordsOf(unit).key;
}

std::string_view unitSymbol(Unit unit) {
  return wordsOf(unit).symbol;
}

int unitDecimals(Unit unit) {
  return wordsOf(unit).decimals;
}

const Figure* Reading::figure(std::string_view id, std::optional<int> channel) const {
  return find(figures, id, channel);
}

const Trace* Reading::trace(std::string_view id, std::optional<int> channel) const {
  return find(traces, id, channel);
}

const Statement* Reading::statement(std::string_view id, std::optional<int> channel) const {
  return find(statements, id, channel);
}

}  // namespace linecheck::measure
