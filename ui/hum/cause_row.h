#pragma once

#include <QAbstractButton>
#include <vector>

#include "diagnosis/cause.h"
#include "text/cause_text.h"
#include "theme/theme.h"

class QLabel;

namespace linecheck::ui {

/// One cause: icon, name, probability, a bar. Pressed, it stays open and shows why.
class CauseRow : public QAbstractButton {
  Q_OBJECT

 public:
  CauseRow(const Theme& theme, diagnosis::Cause cause, QWidget* parent = nullptr);

  [[nodiscard]] diagnosis::Cause cause() const { return cause_; }
  /// `isMain`: the likeliest of all, in its tone's colour.
  void show(double probability, bool isMain);
  [[nodiscard]] double probability() const { return probability_; }

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  diagnosis::Cause cause_;
  double probability_ = 0.0;
  bool isMain_ = false;
};

/// Why a cause is as likely as it is: what was seen, and how far each moves it.
class WhyPanel : public QWidget {
  Q_OBJECT

 public:
  WhyPanel(const Theme& theme, diagnosis::Cause cause, QWidget* parent = nullptr);

  void show(const std::vector<WhyLine>& lines);
  [[nodiscard]] QString text() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();

  const Theme& theme_;
  diagnosis::Cause cause_;
  std::vector<WhyLine> lines_;
  QLabel* text_;
};

}  // namespace linecheck::ui
