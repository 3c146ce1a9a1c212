#pragma once

#include <QWidget>
#include <optional>

#include "plots/plot_scales.h"
#include "theme/theme.h"

namespace linecheck::ui {

class SpectrumPlot;

/// A pane below the spectrum, on the spectrum's own frequency axis: zooming or panning either
/// moves both, and both show one cursor. It answers the spectrum's keys.
///
/// Drag: zoom to the part. Wheel: zoom at the pointer (Ctrl: levels, Shift: pan). Middle button or
/// Shift and drag: pan. Double click: all of it.
class AxisPane : public QWidget {
  Q_OBJECT

 public:
  /// With the frequencies below it, which on the screen stand between the panes.
  void copyImage();

  [[nodiscard]] QSize minimumSizeHint() const override { return {300, 48}; }

 protected:
  /// `theme` and `spectrum` outlive the pane.
  AxisPane(const Theme& theme, SpectrumPlot& spectrum, QWidget* parent);

  /// Draws what is the pane's own, on ground.
  virtual void drawPane(QPainter& painter) = 0;
  /// The picture is to be made anew in other colours.
  virtual void coloursChanged() {}
  virtual void describe() = 0;

  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const SpectrumPlot& spectrum() const { return spectrum_; }
  /// The spectrum's, over the pane's own area.
  [[nodiscard]] PlotScales scales() const;
  /// Where the pointer is, while it is inside the area and drags nothing.
  [[nodiscard]] const std::optional<QPointF>& pointer() const { return pointer_; }

  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  struct Drag {
    bool pans = false;
    double from = 0.0;  ///< x.
    double last = 0.0;
  };

  void drawCursorLine(QPainter& painter) const;
  void drawZoomPart(QPainter& painter) const;
  void placeCursor(double x);

  const Theme& theme_;
  SpectrumPlot& spectrum_;
  std::optional<Drag> drag_;
  std::optional<QPointF> pointer_;
  bool showsFocus_ = false;  ///< Reached by keyboard.
};

}  // namespace linecheck::ui
