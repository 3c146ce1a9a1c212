#pragma once

#include <vector>

#include "plots/chart.h"

namespace linecheck::ui {

/// What each of several things can do, as bars, against what is needed.
struct BarPicture {
  /// NaN where nothing is known.
  struct Value {
    double nominal = 0.0;
    double low = 0.0;
    double high = 0.0;
  };
  struct Bar {
    QString mark;
    QString name;
    Role colour = Role::text;
    Value value;
  };
  struct Group {
    QString name;
    QString unit;
    Value needed;
    std::vector<Bar> bars;
  };

  QString title;
  QString neededName;         ///< "needed at 115 dB"
  std::vector<Group> groups;  ///< Each over a logarithmic axis of its own, side by side.
  QString note;
};

/// Bars of all groups with the same mark are one row; the cursor goes through the rows.
class BarChart : public Chart {
 public:
  explicit BarChart(BarPicture picture) : picture_(std::move(picture)) {}

  [[nodiscard]] const BarPicture& picture() const { return picture_; }

  [[nodiscard]] QString title() const override { return picture_.title; }
  void draw(QPainter& painter, const QRectF& box, const Palette& palette,
            std::optional<double> cursor) const override;
  [[nodiscard]] double cursorAt(const QRectF& box, QPointF point) const override;
  [[nodiscard]] double cursorStep() const override;
  [[nodiscard]] bool isUpright() const override { return true; }
  [[nodiscard]] QString reading(double cursor) const override;
  [[nodiscard]] QString csv() const override;

 private:
  [[nodiscard]] std::size_t rows() const;
  [[nodiscard]] std::size_t rowAt(double cursor) const;
  [[nodiscard]] QStringList readingLines(double cursor) const;

  BarPicture picture_;
};

}  // namespace linecheck::ui
