#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "plots/ladder_rung.h"
#include "plots/range.h"
#include "text/level_scale.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// The mains and its harmonics as a narrow column chart: detected ones filled, the others hollow up
/// to what they can have at most. What changed since mark A is in a second tone with an arrow, and
/// in numbers at the pointer or under Left and Right.
class HarmonicLadder : public QWidget {
  Q_OBJECT

 public:
  /// `theme` outlives the ladder.
  explicit HarmonicLadder(const Theme& theme, QWidget* parent = nullptr);

  /// By order; levels are finite or silent.
  void show(std::vector<LadderRung> rungs);
  [[nodiscard]] const std::vector<LadderRung>& rungs() const { return rungs_; }
  void setLevelScale(const LevelScale& scale);
  /// The column under the pointer or chosen by keys, from 0.
  [[nodiscard]] std::optional<std::size_t> current() const { return current_; }
  /// dBFS from foot to top. It moves in steps of 10 dB.
  [[nodiscard]] const Range& levels() const { return levels_; }
  /// The middle of a column at its level.
  [[nodiscard]] QPointF topOf(std::size_t column) const;

  void copyImage();

  [[nodiscard]] QSize sizeHint() const override { return {280, 180}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {220, 90}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  [[nodiscard]] QRectF area() const;
  [[nodiscard]] qreal columnWidth() const;
  [[nodiscard]] qreal yOf(double dbfs) const;
  void fitLevels();
  void setCurrent(std::optional<std::size_t> column);
  void describe();
  void drawScale(QPainter& painter) const;
  void drawRung(QPainter& painter, std::size_t column) const;
  void drawChange(QPainter& painter, const LadderRung& rung, const QRectF& box) const;
  void drawLabels(QPainter& painter) const;

  const Theme& theme_;
  std::vector<LadderRung> rungs_;
  LevelScale levelScale_;
  Range levels_{-140.0, -60.0};
  std::optional<std::size_t> current_;
  bool showsFocus_ = false;  ///< Reached by keyboard.
};

}  // namespace linecheck::ui
