#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "plots/chart.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// Shows a chart. The pointer or the arrow keys move its cursor, Home and End take it to the ends,
/// Escape takes it away; the menu copies it as image or as numbers.
class ChartPlot : public QWidget {
  Q_OBJECT

 public:
  explicit ChartPlot(const Theme& theme, QWidget* parent = nullptr);

  void show(std::shared_ptr<const Chart> chart);
  /// Null before the first.
  [[nodiscard]] const Chart* chart() const { return chart_.get(); }
  [[nodiscard]] std::optional<double> cursor() const { return cursor_; }

  void copyImage();
  void copyNumbers();

  [[nodiscard]] QSize sizeHint() const override { return {480, 240}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {160, 100}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  [[nodiscard]] QRectF box() const;
  void setCursorAt(std::optional<double> cursor);
  void describe();

  const Theme& theme_;
  std::shared_ptr<const Chart> chart_;
  std::optional<double> cursor_;
  bool showsFocus_ = false;  ///< Reached by keyboard.
};

}  // namespace linecheck::ui
