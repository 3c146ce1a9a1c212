#include "profiles/profile.h"

#include <algorithm>

namespace linecheck::profiles {

const Port* Profile::port(std::string_view portId) const {
  const auto it = std::ranges::find(ports, portId, &Port::id);
  return it == ports.end() ? nullptr : &*it;
}

const Control* Profile::control(std::string_view controlId) const {
  const auto it = std::ranges::find(controls, controlId, &Control::id);
  return it == controls.end() ? nullptr : &*it;
}

}  // namespace linecheck::profiles
