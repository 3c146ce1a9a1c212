#include "system/effects_linux.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace linecheck::system {
namespace {

constexpr std::array<std::string_view, 10> kEffectModules = {"module-equalizer-sink",
                                                             "module-ladspa-sink",
                                                             "module-ladspa-source",
                                                             "module-echo-cancel",
                                                             "module-virtual-surround-sink",
                                                             "module-filter-chain",
                                                             "libpipewire-module-filter-chain",
                                                             "libpipewire-module-echo-cancel",
                                                             "module-rnnoise",
                                                             "module-plugin-sink"};

constexpr std::array<std::string_view, 8> kEffectKeys = {
    "effect_input.", "effect_output.", "easyeffects_", "PulseEffects_",
    "jamesdsp",      "rnnoise",        "nui_",         "noisetorch"};

bool isEffectModule(const std::string& name) {
  return std::find(kEffectModules.begin(), kEffectModules.end(), name) != kEffectModules.end();
}

bool isEffectKey(std::string_view key) {
  return std::any_of(kEffectKeys.begin(), kEffectKeys.end(),
                     [key](std::string_view start) { return key.starts_with(start); });
}

/// The effect that makes an endpoint; empty if it is none.
std::string effectOf(const ServedEndpoint& served, const std::vector<LoadedModule>& modules) {
  for (const LoadedModule& module : modules) {
    if (module.index == served.ownerModule && isEffectModule(module.name)) return module.name;
  }
  return isEffectKey(served.endpoint.id.key) ? served.endpoint.id.key : std::string();
}

void add(std::vector<std::string>& effects, const std::string& effect) {
  if (std::find(effects.begin(), effects.end(), effect) == effects.end()) effects.push_back(effect);
}

class Marking {
 public:
  Marking(const std::vector<ServedEndpoint>& served, const std::vector<LoadedModule>& modules)
      : served_(served), modules_(modules) {
    for (const ServedEndpoint& one : served) {
      endpoints_.push_back(one.endpoint);
      endpoints_.back().hasEnhancements = false;
      endpoints_.back().effects.clear();
    }
  }

  std::vector<Endpoint> result() {
    for (std::size_t i = 0; i < served_.size(); ++i) markFrom(i);
    for (const LoadedModule& module : modules_) {
      if (isEffectModule(module.name) && !ownsEndpoint(module)) markUnplaced(module.name, {});
    }
    return std::move(endpoints_);
  }

 private:
  void markFrom(std::size_t index) {
    const std::string effect = effectOf(served_[index], modules_);
    if (effect.empty()) return;
    mark(endpoints_[index], effect, true);
    if (served_[index].master.empty()) {
      markUnplaced(effect, endpoints_[index].id);
      return;
    }
    // What passes on to itself in a circle has been marked once all have been met.
    std::size_t at = index;
    for (std::size_t steps = 0; steps < served_.size(); ++steps) {
      const auto next = indexOf({endpoints_[at].id.direction, served_[at].master});
      if (!next) return;
      at = *next;
      mark(endpoints_[at], effect, endpoints_[index].isDefault);
    }
  }

  static void mark(Endpoint& endpoint, const std::string& effect, bool isCertain) {
    add(endpoint.effects, effect);
    if (isCertain) {
      endpoint.hasEnhancements = true;
    } else if (endpoint.hasEnhancements == false) {
      endpoint.hasEnhancements.reset();
    }
  }

  /// It may act on any endpoint, of one direction if `maker` is an endpoint.
  void markUnplaced(const std::string& effect, const std::optional<EndpointId>& maker) {
    for (Endpoint& endpoint : endpoints_) {
      if (!maker || maker->direction == endpoint.id.direction) mark(endpoint, effect, false);
    }
  }

  [[nodiscard]] bool ownsEndpoint(const LoadedModule& module) const {
    return std::any_of(served_.begin(), served_.end(), [&module](const ServedEndpoint& one) {
      return one.ownerModule == module.index;
    });
  }

  [[nodiscard]] std::optional<std::size_t> indexOf(const EndpointId& id) const {
    for (std::size_t i = 0; i < endpoints_.size(); ++i) {
      if (endpoints_[i].id == id) return i;
    }
    return std::nullopt;
  }

  const std::vector<ServedEndpoint>& served_;
  const std::vector<LoadedModule>& modules_;
  std::vector<Endpoint> endpoints_;
};

}  // namespace

std::vector<Endpoint> withEffects(const std::vector<ServedEndpoint>& served,
                                  const std::vector<LoadedModule>& modules) {
  return Marking(served, modules).result();
}

}  // namespace linecheck::system
