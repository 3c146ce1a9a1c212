#pragma once

#include <QPagedPaintDevice>

#include "chain/desk.h"

namespace linecheck::ui {

/// Draws the desk on one page in the colours of paper, under its name. False if nothing can be
/// drawn on the device.
bool printChain(const chain::Desk& desk, QPagedPaintDevice& device);

}  // namespace linecheck::ui
