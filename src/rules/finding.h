#pragma once

#include <string>
#include <vector>

#include "chain/fix.h"
#include "chain/place.h"

namespace linecheck::rules {

enum class Severity {
  info,       ///< Worth knowing.
  attention,  ///< Costs quality, or may hum.
  bad,        ///< Does not work as it should.
  danger,     ///< For people, ears or equipment. It cannot be approved away silently.
};

/// Something that is not right with a desk. Its words are made from id and arguments, see texts.h.
struct Finding {
  std::string id;  ///< "wrong-supply", one for each rule or each case of it.
  Severity severity = Severity::attention;
  std::vector<chain::Place> where{};  ///< What it is about; the first is the culprit.
  chain::Arguments arguments{};
  std::vector<chain::Fix> fixes{};  ///< The cheapest first.
  bool isApproved = false;          ///< The user knows, and the chain says so.

  bool operator==(const Finding&) const = default;
};

}  // namespace linecheck::rules
