#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "chain/desk.h"

namespace linecheck::levels {

/// How the controls of a desk stand, with some tried otherwise. The desk must outlive it.
class Settings {
 public:
  explicit Settings(const chain::Desk& desk) : desk_(&desk) {}

  [[nodiscard]] const chain::Desk& desk() const { return *desk_; }
  [[nodiscard]] std::optional<chain::Setting> of(const chain::DeviceId& device,
                                                 const std::string& control) const {
    const auto found = tried_.find({device, control});
    return found == tried_.end() ? desk_->setting(device, control) : std::optional(found->second);
  }
  void attempt(const chain::DeviceId& device, const std::string& control, chain::Setting setting) {
    tried_[{device, control}] = std::move(setting);
  }
  /// Back to how the desk has it.
  void forget(const chain::DeviceId& device, const std::string& control) {
    tried_.erase({device, control});
  }

 private:
  const chain::Desk* desk_;
  std::map<std::pair<chain::DeviceId, std::string>, chain::Setting> tried_;
};

}  // namespace linecheck::levels
