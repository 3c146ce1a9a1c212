#pragma once

#include <QPainter>
#include <QWidget>
#include <optional>

#include "levels/harness_view.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// Draws which jack goes where, from the painter's origin into `size`; the ground is the caller's.
void drawHarness(QPainter& painter, const Palette& palette, const HarnessView& view,
                 const QSizeF& size);

/// The cables of one step of a measurement. Its tip and its accessible description list them.
class HarnessPicture : public QWidget {
  Q_OBJECT

 public:
  explicit HarnessPicture(const Theme& theme, QWidget* parent = nullptr);

  void show(const HarnessView& view);
  [[nodiscard]] const std::optional<HarnessView>& view() const { return view_; }

  [[nodiscard]] QSize sizeHint() const override { return {640, 240}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {320, 160}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  const Theme& theme_;
  std::optional<HarnessView> view_;
};

}  // namespace linecheck::ui
