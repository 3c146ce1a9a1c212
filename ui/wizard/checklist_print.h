#pragma once

#include <QPagedPaintDevice>
#include <QString>
#include <chrono>
#include <span>

#include "setup/state.h"

namespace linecheck::ui {

/// Draws the checklist in the colours of paper, each line with how it stands and how that is known,
/// on as many pages as it takes. False if nothing can be drawn on the device.
bool printChecklist(std::span<const setup::StepState> steps, const QString& deskName,
                    std::chrono::sys_seconds now, QPagedPaintDevice& device);

}  // namespace linecheck::ui
