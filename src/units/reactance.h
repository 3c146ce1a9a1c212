#pragma once

#include "units/quantity.h"

namespace linecheck {

using Farads = Quantity<struct FaradsTag>;
using Henries = Quantity<struct HenriesTag>;

}  // namespace linecheck
