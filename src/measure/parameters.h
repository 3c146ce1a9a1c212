#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "measure/reading.h"

namespace linecheck::measure {

/// Something that the user may set before a measurement. Form and command line are made of these.
struct Parameter {
  std::string id;    ///< "level": `--level` on the command line.
  std::string name;  ///< English, to be translated: "Level".
  Unit unit = Unit::dbfs;
  std::optional<double> standard;  ///< None: the user has to tell it, unless it is optional.
  double least = 0.0;
  double greatest = 0.0;
  bool isOptional = false;  ///< May stay unknown.
};

/// The parameters' values of one run.
class Values {
 public:
  /// The standard values of all that have one.
  explicit Values(std::span<const Parameter> parameters = {});

  void set(std::string_view id, double value) { values_[std::string(id)] = value; }
  /// None if it was not told.
  [[nodiscard]] std::optional<double> get(std::string_view id) const;
  /// Of a parameter that has a value; 0 if it has none.
  [[nodiscard]] double operator[](std::string_view id) const { return get(id).value_or(0.0); }
  [[nodiscard]] const std::map<std::string, double, std::less<>>& all() const { return values_; }

  bool operator==(const Values&) const = default;

 private:
  std::map<std::string, double, std::less<>> values_;
};

/// `usage` for a value that is missing, out of range, not whole where it counts something, or of no
/// parameter.
[[nodiscard]] Result<void> checkValues(std::span<const Parameter> parameters, const Values& values);

}  // namespace linecheck::measure
