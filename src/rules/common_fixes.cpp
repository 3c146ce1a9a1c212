#include "rules/common_fixes.h"

#include <array>

namespace linecheck::rules {

std::span<const Text> commonFixes() {
  static constexpr std::array kFixes{
      Text{"add-headphone-amplifier",
           "Put a headphone amplifier with an output impedance of at most {limit} between {from} "
           "and "
           "{to}."},
      Text{"insert-transformer-isolator",
           "Put a transformer isolator into the line from {from} to {to}."},
      Text{"insert-usb-isolator", "Put a USB isolator between {from} and {to}."},
      Text{"keep-run-short",
           "Keep the cable from {from} to {to} short, and away from power cables."},
      Text{"run-on-battery", "Run {device} on its battery while you listen or record."},
      Text{
          "set-ground-lift",
          "Set the ground switch of {device} to {position}. It leaves the protective earth alone."},
      Text{"use-balanced-cable", "Use a balanced cable from {from} to {to}."},
      Text{"use-balanced-headphone-cable",
           "Use a headphone cable with a return of its own for each ear, ending in a {socket} "
           "plug."},
      Text{"use-balanced-line",
           "Use the balanced sockets of {from} and {to}, with a balanced cable."},
      Text{"use-fitting-cable", "Use a cable that ends in a {plug} plug at {device}."},
      Text{"use-one-strip", "Plug {devices} into {strip} too."},
      Text{"use-other-socket", "Use {port} of {device} instead."},
      Text{"use-star-quad", "Use star-quad cable from {from} to {to}."},
      Text{"use-shorter-cable", "Use a cable of at most {limit} from {from} to {to}."},
      Text{"use-stiffer-output", "Plug {to} into {port} of {device}, which has only {source}."},
      Text{"use-unbalanced-headphone-output", "Plug the headphones into {other} of {from}."},
  };
  return kFixes;
}

}  // namespace linecheck::rules
