#include "diagnosis/cause.h"

#include <algorithm>
#include <array>

namespace linecheck::diagnosis {
namespace {

struct Named {
  Cause cause;
  std::string_view id;
  const char* name;
};

constexpr std::array kNamed{
    Named{Cause::noHum, "no_hum", "No hum"},
    Named{Cause::groundLoop, "ground_loop", "Ground loop"},
    Named{Cause::magneticPickup, "magnetic_pickup", "Magnetic pickup"},
    Named{Cause::supplyRipple, "supply_ripple", "Supply ripple"},
    Named{Cause::earthLeakage, "earth_leakage", "Leakage, no working earth"},
    Named{Cause::dimmer, "dimmer", "Dimmer"},
    Named{Cause::mainsHash, "mains_hash", "Mains hash and crackle"},
    Named{Cause::computerHash, "computer_hash", "Computer's hash"},
    Named{Cause::usbFrames, "usb_frames", "USB frame noise"},
    Named{Cause::mobilePhone, "mobile_phone", "Mobile phone"},
    Named{Cause::interfaceNoise, "interface_noise", "The interface's own noise"},
    Named{Cause::gainHiss, "hiss", "Hiss of too much gain"},
    Named{Cause::unknown, "unknown", "Something unknown"},
};

constexpr auto kCauses = [] {
  std::array<Cause, kNamed.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = kNamed[i].cause;
  return all;
}();

const Named& named(Cause cause) {
  return *std::find_if(kNamed.begin(), kNamed.end(),
                       [cause](const Named& each) { return each.cause == cause; });
}

}  // namespace

std::span<const Cause> causes() {
  return kCauses;
}

std::string_view causeId(Cause cause) {
  return named(cause).id;
}

const char* causeName(Cause cause) {
  return named(cause).name;
}

std::optional<Cause> findCause(std::string_view id) {
  const auto* const found =
      std::find_if(kNamed.begin(), kNamed.end(), [id](const Named& each) { return each.id == id; });
  if (found == kNamed.end()) return std::nullopt;
  return found->cause;
}

}  // namespace linecheck::diagnosis
