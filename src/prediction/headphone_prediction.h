#pragma once

#include <optional>

#include "chain/desk.h"
#include "prediction/prediction.h"

namespace linecheck::prediction {

/// What the profile of headphones says of their impedance, as a headphone-impedance measurement
/// tells it: the curve where there is one, else the nominal value at 1 kHz. `which` empty: the
/// only ones of the desk; nothing where there are several.
void addHeadphones(const chain::Desk& desk, const std::optional<chain::DeviceId>& which,
                   Prediction& prediction);

}  // namespace linecheck::prediction
