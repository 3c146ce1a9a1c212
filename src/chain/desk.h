#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chain/chain.h"
#include "profiles/profile.h"

namespace linecheck::chain {

/// Finds a profile by its id; null if there is none. What it gives must outlive the desk.
using ProfileLookup = std::function<const profiles::Profile*(std::string_view)>;

/// A chain together with its devices' profiles, and the questions that everybody asks of both.
/// Holds a copy of the chain; does not change. Every answer takes time that grows with what it
/// returns, not with the chain. Thread-safe: yes.
class Desk {
 public:
  /// One end of a cable, seen from the device.
  struct Attached {
    const Cable* cable = nullptr;
    const CableEnd* near = nullptr;  ///< The end at the device asked about.
    const CableEnd* far = nullptr;
    bool isSource = false;  ///< The signal leaves the device here.
  };

  Desk(Chain chain, const ProfileLookup& lookup);
  Desk(const Desk&) = delete;  // The index points into the chain.
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] const Chain& chain() const { return chain_; }

  /// Null if the chain has no such device.
  [[nodiscard]] const Device* device(const DeviceId& id) const;
  /// Null if the chain has no such device, or its profile is not known.
  [[nodiscard]] const profiles::Profile* profile(const DeviceId& id) const;
  [[nodiscard]] std::optional<profiles::Kind> kind(const DeviceId& id) const;
  /// Null if there is none; also for power points.
  [[nodiscard]] const Cable* cable(const CableId& id) const;
  [[nodiscard]] const PowerPoint* powerPoint(const PowerPointId& id) const;
  /// The user's name for the device, else its profile's, else its id.
  [[nodiscard]] std::string name(const DeviceId& id) const;
  /// Null if the device, its profile or the port is not known.
  [[nodiscard]] const profiles::Port* port(const Socket& socket) const;

  /// All cable ends at a device, in the chain's order; empty for a device that is not there.
  [[nodiscard]] const std::vector<Attached>& attached(const DeviceId& id) const;
  /// Those at one port.
  [[nodiscard]] std::vector<Attached> attached(const DeviceId& id, std::string_view port) const;
  /// The leads that feed a device; empty if none is drawn.
  [[nodiscard]] const std::vector<const PowerLead*>& feeds(const DeviceId& id) const;
  /// The power point that feeds this one; null for an outlet or a loose plug.
  [[nodiscard]] const PowerPoint* upstream(const PowerPointId& id) const;

  /// The setting of a control; empty where nobody knows.
  [[nodiscard]] std::optional<Setting> setting(const DeviceId& id, std::string_view control) const;
  /// The position of the device's mode switch; null where it has none, or nobody knows.
  [[nodiscard]] const profiles::ModeSwitch::Position* mode(const DeviceId& id) const;
  /// Whether an output carries signal in the present mode; empty where the mode is not known.
  /// True where no switch acts on it.
  [[nodiscard]] std::optional<bool> isPlaying(const DeviceId& id, std::string_view port) const;

  /// The outputs of a device to which the audio that comes in at `port` goes on, whatever the
  /// mode: in an audio interface from analogue inputs to the computer and from the computer to the
  /// analogue outputs, in anything else from each audio input to each audio output.
  [[nodiscard]] std::vector<const profiles::Port*> routed(const DeviceId& id,
                                                          std::string_view port) const;

 private:
  struct Entry {
    const Device* device = nullptr;
    const profiles::Profile* profile = nullptr;
    std::vector<Attached> attached;
    std::vector<const PowerLead*> feeds;
  };
  [[nodiscard]] const Entry* entry(const DeviceId& id) const;

  Chain chain_;
  std::unordered_map<DeviceId, Entry> entries_;
  std::unordered_map<CableId, const Cable*> cables_;
  std::unordered_map<PowerPointId, const PowerPoint*> powerPoints_;
  std::unordered_map<PowerPointId, const PowerPoint*> upstream_;
};

}  // namespace linecheck::chain
