#include "chain/mains_regions.h"

#include <algorithm>
#include <array>

namespace linecheck::chain {
namespace {

constexpr std::array<MainsRegion, 58> kRegions = {{
    {"AR", 50, 220}, {"AT", 50, 230}, {"AU", 50, 230}, {"BE", 50, 230}, {"BG", 50, 230},
    {"BR", 60, 127}, {"BY", 50, 230}, {"CA", 60, 120}, {"CH", 50, 230}, {"CL", 50, 220},
    {"CN", 50, 220}, {"CO", 60, 110}, {"CZ", 50, 230}, {"DE", 50, 230}, {"DK", 50, 230},
    {"EE", 50, 230}, {"EG", 50, 220}, {"ES", 50, 230}, {"FI", 50, 230}, {"FR", 50, 230},
    {"GB", 50, 230}, {"GE", 50, 220}, {"GR", 50, 230}, {"HK", 50, 220}, {"HR", 50, 230},
    {"HU", 50, 230}, {"ID", 50, 230}, {"IE", 50, 230}, {"IL", 50, 230}, {"IN", 50, 230},
    {"IS", 50, 230}, {"IT", 50, 230}, {"JP", 50, 100}, {"KR", 60, 220}, {"KZ", 50, 220},
    {"LT", 50, 230}, {"LV", 50, 230}, {"MX", 60, 127}, {"MY", 50, 240}, {"NL", 50, 230},
    {"NO", 50, 230}, {"NZ", 50, 230}, {"PE", 60, 220}, {"PH", 60, 220}, {"PL", 50, 230},
    {"PT", 50, 230}, {"RO", 50, 230}, {"RS", 50, 230}, {"RU", 50, 230}, {"SE", 50, 230},
    {"SG", 50, 230}, {"SI", 50, 230}, {"SK", 50, 230}, {"TR", 50, 230}, {"TW", 60, 110},
    {"UA", 50, 230}, {"US", 60, 120}, {"ZA", 50, 230},
}};

}  // namespace

Mains MainsRegion::mains() const {
  Mains mains;
  mains.frequency = Hertz::of(frequencyHz);
  mains.voltage = Volts::of(voltageV);
  return mains;
}

std::span<const MainsRegion> mainsRegions() {
  return kRegions;
}

const MainsRegion* findMainsRegion(std::string_view territory) {
  const auto found = std::find_if(kRegions.begin(), kRegions.end(), [&](const MainsRegion& region) {
    return region.territory == territory;
  });
  return found == kRegions.end() ? nullptr : &*found;
}

}  // namespace linecheck::chain
