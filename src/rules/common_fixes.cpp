#include "rules/common_fixes.h"

#include <array>

namespace linecheck::rules {

std::span<const Text> commonFixes() {
  static constexpr std::array kFixes{
      Text{"add-headphone-amplifier",
           "Put a headphone amplifier with an output impedance of at most {limit} between {from} "
           "and {to}."},
      Text{
          "find-noisy-appliance",
          "Switch off chargers, lamps and appliances one by one; plug the noisy one in elsewhere."},
      Text{"insert-transformer-isolator",
           "Put a transformer isolator into the line from {from} to {to}."},
      Text{"insert-usb-isolator", "Put a USB isolator between {from} and {to}."},
      Text{"keep-phones-away", "Keep mobile phones two metres away, or in flight mode."},
      Text{"keep-run-short",
           "Keep the cable from {from} to {to} short, and away from power cables."},
      Text{"lower-gain", "Set {device} to less gain, and turn up what feeds it."},
      Text{"move-cable-away",
           "Lead the cable from {from} to {to} away from power supplies, transformers and mains "
           "cables."},
      Text{"power-from-adapter",
           "Feed {device} from its own adapter or a powered USB hub instead of the computer."},
      Text{"repair-pin-1",
           "Have {device} repaired: the shields of its sockets belong on the case, not on the "
           "circuit."},
      Text{"repair-supply",
           "Have the power supply of {device} repaired: its capacitors no longer smooth enough."},
      Text{"replace-adapter", "Replace the adapter of {device} by a new one from its maker."},
      Text{"replace-dimmer", "Have the dimmer replaced by one with a filter."},
      Text{"replace-interface",
           "It is the noise of {device} itself: only another device is quieter."},
      Text{"run-on-battery", "Run {device} on its battery while you listen or record."},
      Text{
          "set-ground-lift",
          "Set the ground switch of {device} to {position}. It leaves the protective earth alone."},
      Text{
          "switch-dimmers-off",
          "Switch the dimmers on this circuit off, or turn them all the way up, while you listen."},
      Text{"use-balanced-cable", "Use a balanced cable from {from} to {to}."},
      Text{"use-balanced-headphone-cable",
           "Use a headphone cable with a return of its own for each ear, ending in a {socket} "
           "plug."},
      Text{"use-balanced-line",
           "Use the balanced sockets of {from} and {to}, with a balanced cable."},
      Text{"use-earthed-supply", "Ask the maker of {device} for a supply whose output is earthed."},
      Text{"use-fitting-cable", "Use a cable that ends in a {plug} plug at {device}."},
      Text{"use-mains-filter", "Feed the desk through a power conditioner or an online UPS."},
      Text{"use-one-strip", "Plug {devices} into {strip} too."},
      Text{"use-other-socket", "Use {port} of {device} instead."},
      Text{"use-other-usb-port",
           "Use another USB socket between {from} and {to}, at the back of the computer and "
           "without a hub."},
      Text{"use-shorter-cable", "Use a cable of at most {limit} from {from} to {to}."},
      Text{"use-star-quad", "Use star-quad cable from {from} to {to}."},
      Text{"use-stiffer-output", "Plug {to} into {port} of {device}, which has only {source}."},
      Text{"use-unbalanced-headphone-output", "Plug the headphones into {other} of {from}."},
  };
  return kFixes;
}

}  // namespace linecheck::rules
