#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "canvas/chain_canvas.h"
#include "levels/level_plan.h"

class QComboBox;

namespace linecheck::ui {

/// How high signal and noise stand along one way through the desk: the ceiling, the working level
/// and the noise floor in dBu, each point under the socket where it stands. Ranges are shaded,
/// what nobody knows is left open. The pointer, or the arrow keys, read a point.
class LevelDiagram : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kHeight = 172;

  /// All outlive the diagram.
  LevelDiagram(const Theme& theme, ChainDocument& document, const ChainCanvas& canvas,
               QWidget* parent = nullptr);

  /// The way that is shown; null if there is none.
  [[nodiscard]] const levels::Path* path() const;
  /// The levels at a point in words.
  [[nodiscard]] QString reading(const levels::Point& point) const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Range {
    double low = -120.0, high = 30.0;
  };
  void refresh();
  /// What would have to be told for more of it to be known.
  [[nodiscard]] QString lacking() const;
  void choosePoint(std::optional<std::size_t> point);
  [[nodiscard]] QRectF area() const;
  [[nodiscard]] Range range() const;
  [[nodiscard]] double yOf(double dbu, const Range& range) const;
  [[nodiscard]] std::optional<double> xOf(const levels::Point& point) const;
  void drawGrid(QPainter& painter, const Range& range) const;
  void drawTrace(QPainter& painter, const Range& range, Role role, Qt::PenStyle style,
                 levels::Estimate<DecibelsU> levels::Point::*level) const;
  void drawReading(QPainter& painter, const Range& range) const;

  const Theme& theme_;
  ChainDocument& document_;
  const ChainCanvas& canvas_;
  levels::LevelPlan plan_;
  QComboBox* paths_;
  std::optional<std::size_t> point_;
};

}  // namespace linecheck::ui
