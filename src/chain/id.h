#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace linecheck::chain {

/// The name of one part of a chain, unique among all its parts: lower-case letters, digits and
/// inner hyphens, such as "zen-go" or "strip-2". An id of one kind does not convert to another.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const { return text_; }

  auto operator<=>(const Id&) const = default;

 private:
  std::string text_;
};

using DeviceId = Id<struct DeviceTag>;
using CableId = Id<struct CableTag>;
using PowerPointId = Id<struct PowerPointTag>;
using PowerLeadId = Id<struct PowerLeadTag>;
using GroundLeadId = Id<struct GroundLeadTag>;

/// Whether `text` may be an id: 1 to 64 characters as described at `Id`.
[[nodiscard]] bool isValidId(std::string_view text);

/// "Topping L30 II" → "topping-l30-ii", and with a number behind it for as long as `isTaken`.
/// Without a usable letter or digit: "part".
[[nodiscard]] std::string makeId(std::string_view name,
                                 const std::function<bool(const std::string&)>& isTaken);

}  // namespace linecheck::chain

template <class Tag>
struct std::hash<linecheck::chain::Id<Tag>> {
  std::size_t operator()(const linecheck::chain::Id<Tag>& id) const noexcept {
    return std::hash<std::string>()(id.text());
  }
};
