#include "rules/common_fixes.h"

#include <array>

namespace linecheck::rules {

std::span<const Text> commonFixes() {
  static constexpr std::array kFixes{
      Text{"insert-transformer-isolator",
           "Put a transformer isolator into the line from {from} to {to}."},
      Text{"insert-usb-isolator", "Put a USB isolator between {from} and {to}."},
      Text{"run-on-battery", "Run {device} on its battery while you listen or record."},
      Text{
          "set-ground-lift",
          "Set the ground switch of {device} to {position}. It leaves the protective earth alone."},
      Text{"use-balanced-cable", "Use a balanced cable from {from} to {to}."},
      Text{"use-balanced-line",
           "Use the balanced sockets of {from} and {to}, with a balanced cable."},
      Text{"use-one-strip", "Plug {devices} into {strip} too."},
  };
  return kFixes;
}

}  // namespace linecheck::rules
