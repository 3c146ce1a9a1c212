#pragma once

#include <map>
#include <string>
#include <vector>

#include "chain/place.h"

namespace linecheck::chain {

/// What a cure asks for; cheaper ones come first in every list.
enum class Cost {
  free,       ///< A switch, a plug moved, a setting.
  cable,      ///< A cable or plug adapter.
  purchase,   ///< A device.
  craftsman,  ///< Somebody who is trained for it, such as an electrician.
};

/// Text arguments by name, ready to be read, with their units: {"length", "4 m"}.
using Arguments = std::map<std::string, std::string>;

/// One way to cure something. `action` is the id of its text.
struct Fix {
  std::string action;  ///< "use-one-strip", "set-ground-lift", …
  std::vector<Place> where;
  Cost cost = Cost::free;
  Arguments arguments;

  bool operator==(const Fix&) const = default;
};

}  // namespace linecheck::chain
