#pragma once

#include <QWidget>
#include <map>

#include "canvas/chain_view.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// The signal chain in one row, cards and cables. Each of them can be reached by Tab and says
/// what it is.
class ChainStrip : public QWidget {
  Q_OBJECT

 public:
  explicit ChainStrip(const Theme& theme, QWidget* parent = nullptr);

  /// Shows `chain`; it has one cable less than cards, and each names connectors that exist.
  void show(const ChainView& chain);
  /// Lights the cards and cables with these ids, each with the reason; all others go out.
  void light(const std::map<QString, QString>& reasons);

 private:
  const Theme& theme_;
};

}  // namespace linecheck::ui
