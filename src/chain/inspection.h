#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chain/bounds.h"
#include "chain/legality.h"

namespace linecheck::chain {

/// A chain while its faults are collected; see findFaults.
class Inspection {
 public:
  Inspection(const Chain& chain, const ProfileOf& profileOf);

  [[nodiscard]] const Chain& chain() const { return chain_; }
  /// Null if it is not there; also below.
  [[nodiscard]] const Device* device(const DeviceId& id) const;
  [[nodiscard]] const profiles::Profile* profile(const DeviceId& id) const;
  [[nodiscard]] const PowerPoint* powerPoint(const PowerPointId& id) const;
  [[nodiscard]] bool hasPart(const std::string& id) const { return parts_.contains(id); }
  /// Of the device's model, not the user's own: so that a new name makes no new fault.
  [[nodiscard]] std::string name(const DeviceId& id) const;

  void add(Fault fault) { faults_.push_back(std::move(fault)); }
  [[nodiscard]] std::vector<Fault> take() { return std::move(faults_); }

 private:
  template <class Part>
  void addParts(const std::vector<Part>& parts, std::string_view list);

  struct Known {
    const Device* device = nullptr;
    const profiles::Profile* profile = nullptr;
  };
  const Chain& chain_;
  std::unordered_map<DeviceId, Known> devices_;
  std::unordered_map<PowerPointId, const PowerPoint*> powerPoints_;
  std::unordered_map<std::string, int> parts_;
  std::vector<Fault> faults_;
};

/// One item of one of a chain's lists, to find fault with.
class Item {
 public:
  /// `list` is its key in a chain file; an item without an id belongs to no part.
  Item(Inspection& inspection, std::string_view list, std::size_t index, std::string id)
      : inspection_(inspection), list_(list), index_(index), id_(std::move(id)) {}

  /// `tail` leads on from the item in a chain file: "/from/port". `others` are the ids of other
  /// parts that the fault follows from.
  void fault(std::string_view tail, std::string what, std::vector<std::string> others = {}) const;
  /// Refers to a part that is not there; `noun` tells what it would be.
  void missing(std::string_view tail, std::string_view noun, std::string_view id) const;
  /// Does not fit the profile.
  void misfit(std::string_view tail, std::string what, ErrorCode code, std::string detail = {},
              std::vector<std::string> others = {}) const;
  void text(std::string_view tail, std::string_view text) const;
  void within(std::string_view tail, const Bounds& bounds, std::optional<double> number) const;

 private:
  Fault make(std::string_view tail, std::string what, std::vector<std::string> others) const;

  Inspection& inspection_;
  std::string_view list_;
  std::size_t index_;
  std::string id_;
};

void inspectDevices(Inspection& inspection);
void inspectCables(Inspection& inspection);
void inspectPower(Inspection& inspection);

/// The number in a quantity that may be unknown.
template <class T>
[[nodiscard]] std::optional<double> numberIn(const std::optional<T>& quantity) {
  return quantity ? std::optional(quantity->value()) : std::nullopt;
}

}  // namespace linecheck::chain
