#pragma once

#include <QWidget>

#include "theme/theme.h"

class QLabel;
class QPushButton;

namespace linecheck::ui {

/// One quiet line about how things are, with one thing to do about it. Hidden while there is
/// nothing to say.
class NoticeLine : public QWidget {
  Q_OBJECT

 public:
  explicit NoticeLine(const Theme& theme, QWidget* parent = nullptr);

  /// An empty `deed` shows no button.
  void show(const QString& text, const QString& deed = {});
  [[nodiscard]] QString text() const;

 Q_SIGNALS:
  void deedPressed();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QLabel* text_;
  QPushButton* deed_;
};

}  // namespace linecheck::ui
