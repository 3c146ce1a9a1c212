#include "diagnosis/cause.h"

namespace linecheck::diagnosis {

std::string_view causeId(Cause cause) {
  switch (cause) {
    case Cause::noHum:
      return "no_hum";
    case Cause::groundLoop:
      return "ground_loop";
    case Cause::magneticPickup:
      return "magnetic_pickup";
    case Cause::supplyRipple:
      return "supply_ripple";
    case Cause::mainsHash:
      return "mains_hash";
    case Cause::digitalHash:
      return "digital_hash";
    case Cause::unknown:
      return "unknown";
  }
  return "unknown";
}

}  // namespace linecheck::diagnosis
