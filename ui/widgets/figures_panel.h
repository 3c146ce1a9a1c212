#pragma once

#include <QWidget>
#include <vector>

#include "text/figure.h"
#include "theme/theme.h"

class QVBoxLayout;

namespace linecheck::ui {

/// One figure: its name in quiet text, the number with equally wide digits, the unit lighter.
class FigureRow : public QWidget {
  Q_OBJECT

 public:
  explicit FigureRow(const Theme& theme, QWidget* parent = nullptr);

  void show(const Figure& figure);
  [[nodiscard]] const Figure& figure() const { return figure_; }

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  Figure figure_;
};

/// The results beside the plot, one per row.
class FiguresPanel : public QWidget {
  Q_OBJECT

 public:
  explicit FiguresPanel(const Theme& theme, QWidget* parent = nullptr);

  void show(const Figures& figures);
  [[nodiscard]] Figures figures() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QVBoxLayout* layout_;
  std::vector<FigureRow*> rows_;
};

}  // namespace linecheck::ui
