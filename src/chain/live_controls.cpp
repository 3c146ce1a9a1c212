#include "chain/live_controls.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "chain/host.h"
#include "chain/volume_stand.h"

namespace linecheck::chain {
namespace {

using profiles::Kind;
using profiles::Port;

/// The ways that lead to one place, of which two matter.
struct Ways {
  VolumeWay busiest;
  VolumeWay barest;
};

auto busyness(const VolumeWay& way) {
  const auto count = [&](VolumeStand stand) {
    return std::count_if(way.controls.begin(), way.controls.end(),
                         [&](const VolumeControl& control) { return control.stand == stand; });
  };
  return std::pair(count(VolumeStand::lowered), count(VolumeStand::unknown));
}

bool isBarer(const VolumeWay& a, const VolumeWay& b) {
  if (a.isWhole != b.isWhole) return a.isWhole;
  const auto open = [](const VolumeWay& way) {
    const auto [lowered, unknown] = busyness(way);
    return lowered + unknown;
  };
  return open(a) < open(b);
}

void merge(std::optional<Ways>& ways, Ways more) {
  if (!ways) {
    ways = std::move(more);
    return;
  }
  if (busyness(more.busiest) > busyness(ways->busiest)) ways->busiest = std::move(more.busiest);
  if (isBarer(more.barest, ways->barest)) ways->barest = std::move(more.barest);
}

void extend(Ways& ways, const std::vector<VolumeControl>& controls, bool isKnown) {
  for (VolumeWay* way : {&ways.busiest, &ways.barest}) {
    way->controls.insert(way->controls.end(), controls.begin(), controls.end());
    way->isWhole = way->isWhole && isKnown;
  }
}

class Search {
 public:
  explicit Search(const Desk& desk) : desk_(desk) {}

  /// Empty if nothing is plugged in.
  std::optional<ListeningEnd> end(const DeviceId& device) {
    bool isFed = false;
    std::optional<Ways> ways = into(device, {}, isFed);
    if (!ways) return std::nullopt;
    for (VolumeWay* way : {&ways->busiest, &ways->barest}) markLive(*way);
    return ListeningEnd{device, std::move(ways->busiest), std::move(ways->barest)};
  }

 private:
  /// All that comes into a device and goes on to this output; into an end if it is empty. Tells
  /// whether any cable does.
  std::optional<Ways> into(const DeviceId& device, const std::string& output, bool& isFed) {
    std::optional<Ways> ways;
    const profiles::Profile* profile = desk_.profile(device);
    if (!profile) return ways;
    for (const Port& input : profile->ports) {
      if (!output.empty() && !isRouted(device, input.id, output)) continue;
      const std::vector<Desk::Attached> attached = desk_.attached(device, input.id);
      if (attached.empty() || input.direction == profiles::Direction::out) continue;
      const auto controls = volumesOn(desk_, device, input.id, output);
      const bool isKnown = output.empty() || tellsVolumes(desk_, device, output);
      for (const Desk::Attached& cable : attached) {
        // Sound goes both ways over USB, however the cable is drawn.
        if (cable.isSource && cable.cable->kind != CableKind::usb) continue;
        isFed = true;
        std::optional<Ways> before = outOf(cable.far->socket.device, cable.far->socket.port);
        if (!before) continue;
        extend(*before, controls, isKnown);
        merge(ways, std::move(*before));
      }
    }
    return ways;
  }

  /// All that comes out of this output; empty if that is only what went round in a circle.
  std::optional<Ways> outOf(const DeviceId& device, const std::string& output) {
    const auto key = std::pair(device, output);
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    known_[key] = std::nullopt;
    bool isFed = false;
    std::optional<Ways> ways = begin(device);
    if (!ways) ways = into(device, output, isFed);
    if (!ways && isFed) return std::nullopt;
    if (!ways) {
      ways.emplace();
      extend(*ways, volumesOn(desk_, device, {}, output), false);
    } else if (desk_.kind(device) == Kind::onboardAudio) {
      extend(*ways, volumesOn(desk_, device, {}, output), true);
    }
    known_[key] = ways;
    return ways;
  }

  /// The way's first step, in a computer or what is built into it.
  std::optional<Ways> begin(const DeviceId& device) {
    const auto kind = desk_.kind(device);
    const Device* computer = kind == Kind::computer       ? desk_.device(device)
                             : kind == Kind::onboardAudio ? hostOfBuiltIn(desk_, device)
                                                          : nullptr;
    if (!computer) return std::nullopt;
    VolumeWay way;
    way.isWhole = true;
    if (const auto volume = systemVolumeOn(desk_, *computer)) way.controls.push_back(*volume);
    return Ways{way, way};
  }

  bool isRouted(const DeviceId& device, const std::string& input, const std::string& output) {
    const auto outputs = desk_.routed(device, input);
    return std::any_of(outputs.begin(), outputs.end(),
                       [&](const Port* port) { return port->id == output; });
  }

  static void markLive(VolumeWay& way) {
    const VolumeControl* last = nullptr;
    for (VolumeControl& control : way.controls) {
      control.isLive = control.stand == VolumeStand::lowered;
      if (control.isKnob && control.stand != VolumeStand::full) last = &control;
    }
    for (VolumeControl& control : way.controls) control.isLive |= &control == last;
  }

  const Desk& desk_;
  std::map<std::pair<DeviceId, std::string>, std::optional<Ways>> known_;
};

}  // namespace

std::vector<VolumeControl> VolumeWay::live() const {
  std::vector<VolumeControl> some;
  std::copy_if(controls.begin(), controls.end(), std::back_inserter(some),
               [](const VolumeControl& control) { return control.isLive; });
  return some;
}

std::vector<ListeningEnd> listeningEnds(const Desk& desk) {
  std::vector<ListeningEnd> ends;
  Search search(desk);
  for (const Device& device : desk.chain().devices) {
    if (!isListenedTo(desk, device.id)) continue;
    if (auto end = search.end(device.id)) ends.push_back(std::move(*end));
  }
  return ends;
}

std::vector<Place> liveControls(const std::vector<ListeningEnd>& ends) {
  std::vector<Place> places;
  for (const ListeningEnd& end : ends) {
    for (const VolumeControl& control : end.busiest.live()) {
      if (std::find(places.begin(), places.end(), control.place) == places.end()) {
        places.push_back(control.place);
      }
    }
  }
  return places;
}

}  // namespace linecheck::chain
