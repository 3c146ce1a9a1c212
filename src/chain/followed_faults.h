#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/error.h"
#include "chain/legality.h"

namespace linecheck::chain {

/// Tells which faults of a chain only follow from its file being misread: those of an item that
/// could not be read whole, of what refers to it, and references to nothing where what was meant
/// may be such an item.
class FollowedFaults {
 public:
  /// `misread`: what the reader told of the document with this name.
  FollowedFaults(const Chain& chain, const Errors& misread, const std::string& documentName);

  [[nodiscard]] bool contains(const Fault& fault) const;

 private:
  void addItem(std::string_view item, const Chain& chain);

  std::set<std::string, std::less<>> items_;  // Pointers of "/devices/3" and of "/mains".
  std::set<std::string, std::less<>> parts_;  // Their ids.
  bool mayLackParts_ = false;                 // Some part's id, or a whole list, is not known.
};

}  // namespace linecheck::chain
