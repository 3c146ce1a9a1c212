#pragma once

#include <QWidget>
#include <vector>

#include "matching/request.h"

class QGridLayout;
class QLabel;
class QSlider;

namespace linecheck::ui {

/// What is asked of the pairs, by sliders: how loud the peaks and the music, which impedance if not
/// the outputs' own, and what feeds the amplifiers.
class WhatIfBar : public QWidget {
  Q_OBJECT

 public:
  explicit WhatIfBar(QWidget* parent = nullptr);

  [[nodiscard]] matching::Request request() const;
  void reset();

 Q_SIGNALS:
  void changed();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Slider {
    QSlider* slider = nullptr;
    QLabel* value = nullptr;
  };
  Slider add(const QString& name, const QString& about, int least, int most, int step);
  void arrange(int columns);
  void show();

  QGridLayout* grid_ = nullptr;
  std::vector<QWidget*> boxes_;
  int columns_ = 0;
  Slider peak_, listening_, impedance_, feed_;
};

}  // namespace linecheck::ui
