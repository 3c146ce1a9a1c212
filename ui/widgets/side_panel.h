#pragma once

#include <QWidget>

#include "theme/theme.h"

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;

namespace linecheck::ui {

/// A panel at the right of a page with several sheets, one in front, chosen by a row of words.
class SidePanel : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kWidth = 312;

  explicit SidePanel(const Theme& theme, QWidget* parent = nullptr);

  /// Sheets count from 0.
  int addSheet(const QString& name, QWidget* sheet);
  /// What stands behind a sheet's name, such as a count; empty for nothing.
  void setMark(int sheet, const QString& mark);
  void setCurrent(int sheet);
  [[nodiscard]] int current() const;

 Q_SIGNALS:
  void currentChanged(int sheet);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QHBoxLayout* names_;
  QButtonGroup* buttons_;
  QStackedWidget* sheets_;
};

}  // namespace linecheck::ui
