#pragma once

#include <QString>
#include <QStringList>

namespace linecheck::ui {

/// Something to be told of a run: what it is, and under it what may be behind it, one per line.
struct RunNote {
  QString text;
  QStringList lines = {};

  bool operator==(const RunNote&) const = default;
};

}  // namespace linecheck::ui
