#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "audio/backend.h"
#include "widgets/device_choices.h"

namespace linecheck::ui {

/// How many channels of a device are listened to: one stereo pair.
inline constexpr int kMostChannels = 2;

/// All devices there are, by whichever backend, and which of them are chosen. A stream cannot span
/// two host APIs, so the outputs on offer are those beside the chosen input.
class DeviceList {
 public:
  struct Entry {
    std::shared_ptr<audio::Backend> backend;
    audio::Device device;
  };

  /// Replaces what this backend had.
  void setDevices(const std::shared_ptr<audio::Backend>& backend,
                  const std::vector<audio::Device>& devices);

  /// The output becomes the same device if it has one, else stays if it can, else none; the sample
  /// rate becomes the device's own. False if there is no such input.
  bool chooseInput(const audio::DeviceId& id);
  void chooseOutput(const std::optional<audio::DeviceId>& id);
  void chooseSampleRate(int hz) { choices_.sampleRate = hz; }
  /// Rates that the chosen devices were found to run at.
  void setSampleRates(std::vector<int> rates);

  [[nodiscard]] bool isEmpty() const { return entries_.empty(); }
  [[nodiscard]] const DeviceChoices& choices() const { return choices_; }
  /// Null if nothing is chosen.
  [[nodiscard]] const Entry* input() const { return find(choices_.input); }
  /// The chosen stream; only if `input` is not null.
  [[nodiscard]] audio::StreamConfig stream() const;

 private:
  [[nodiscard]] const Entry* find(const audio::DeviceId& id) const;
  void refresh();

  std::vector<Entry> entries_;
  DeviceChoices choices_;
};

}  // namespace linecheck::ui
