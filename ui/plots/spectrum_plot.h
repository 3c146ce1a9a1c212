#pragma once

#include <QWidget>
#include <cmath>
#include <optional>

#include "base/clock.h"
#include "measure/spectrum_frame.h"
#include "plots/auto_range.h"
#include "plots/mains_marks.h"
#include "plots/plot_scales.h"
#include "plots/spectrum_columns.h"
#include "plots/spectrum_cursor.h"
#include "plots/spectrum_ground.h"
#include "plots/spectrum_overlays.h"
#include "text/level_scale.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// The live spectrum: average and maximum of each pixel column over a logarithmic frequency axis,
/// mains harmonics along the top, a cursor that catches lines.
///
/// Drag: zoom to the part. Wheel: zoom at the pointer (Ctrl: levels, Shift: pan). Middle button or
/// Shift and drag: pan. Double click or Home: all of it. Left/Right: cursor, with Shift: pan.
/// Up/Down: levels. + and −: zoom at the cursor.
class SpectrumPlot : public QWidget {
  Q_OBJECT

 public:
  /// `theme` and `clock` outlive the plot.
  SpectrumPlot(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

  /// Shows a frame; kept back while the plot is frozen.
  void showFrame(const measure::SpectrumFrame& frame);
  void showMains(MainsMarks mains);
  /// Keeps a spectrum beside the live one, or takes it away. It stays when the plot is cleared.
  void setOverlay(OverlaySlot slot, std::optional<SpectrumOverlay> overlay);
  [[nodiscard]] const SpectrumOverlays& overlays() const { return overlays_; }
  /// Back to the empty plot.
  void clear();

  void setLevelScale(const LevelScale& scale);
  void setFrozen(bool frozen);
  [[nodiscard]] bool isFrozen() const { return frozen_; }
  /// A locked level axis moves only by hand.
  void setRangeLocked(bool locked);
  [[nodiscard]] bool isRangeLocked() const { return rangeLocked_; }
  /// Everything from 10 Hz to Nyquist, levels fitted.
  void resetView();

  [[nodiscard]] const PlotScales& scales() const { return scales_; }
  [[nodiscard]] const measure::SpectrumFrame& frame() const { return frame_; }
  /// The average in dBFS of each device pixel column.
  [[nodiscard]] std::span<const float> mean() const { return columns_.mean(); }
  /// What the cursor reads, while there is one.
  [[nodiscard]] std::optional<CursorReading> cursor() const;
  void moveCursorTo(double hz);
  void clearCursor();
  [[nodiscard]] const LevelScale& levelScale() const { return levelScale_; }

  // For panes that share the frequency axis.
  /// Moves the picture to the right by a share of its width.
  void panBy(double share);
  void showFrequencies(double lowHz, double highHz);
  /// Answers a wheel that turned by `angle` eighths of a degree at `hz`; levels are zoomed at
  /// `y`, or about their middle.
  void turnWheel(QPoint angle, Qt::KeyboardModifiers modifiers, double hz, std::optional<double> y);
  /// False if that key means nothing here.
  bool answerKey(const QKeyEvent& key);

  void copyImage();
  void copyNumbers();

  [[nodiscard]] QSize sizeHint() const override { return {900, 420}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {300, 130}; }

 Q_SIGNALS:
  void rangeLockedChanged(bool locked);
  void cursorMoved();
  void frameShown();
  /// Other frequencies or levels are in view.
  void viewChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  struct Drag {
    enum class Kind { zoom, pan } kind = Kind::zoom;
    QPointF from;
    QPointF last;

    /// Drawn along the frequencies only.
    [[nodiscard]] bool isFlat() const { return std::abs(last.y() - from.y()) < 24.0; }
    [[nodiscard]] bool isClick() const { return (last - from).manhattanLength() < 8.0; }
  };

  void reduce();
  void followRange();
  void applyView(bool levelsByHand);
  void placeCursor(double x);
  [[nodiscard]] QRectF zoomPart() const;
  void drawZoomPart(QPainter& painter) const;
  void describe();

  const Theme& theme_;
  const Clock& clock_;
  PlotScales scales_;
  LevelScale levelScale_;
  AutoRange autoRange_;
  SpectrumGround ground_;
  SpectrumColumns columns_;
  SpectrumOverlays overlays_;
  MainsMarks mains_;
  measure::SpectrumFrame frame_;
  std::optional<double> cursorHz_;
  std::optional<Drag> drag_;
  bool showsFocus_ = false;  ///< Reached by keyboard.
  bool frozen_ = false;
  bool rangeLocked_ = false;
};

}  // namespace linecheck::ui
