#pragma once

#include <string>
#include <utility>
#include <vector>

#include "json/value.h"
#include "profiles/figure.h"

namespace linecheck::profiles {

/// The sources of a profile while it is written, each under a key that tells it: the beginning of
/// its citation, longer or numbered where two begin alike.
class SourceTable {
 public:
  /// The key of a source, which comes into the table if it is new.
  [[nodiscard]] std::string keyOf(const Source& source);
  /// In the order in which they came.
  [[nodiscard]] json::Object json() const;

 private:
  [[nodiscard]] bool isTaken(const std::string& key) const;
  [[nodiscard]] std::string newKey(const Source& source) const;

  std::vector<std::pair<std::string, Source>> entries_;
};

}  // namespace linecheck::profiles
