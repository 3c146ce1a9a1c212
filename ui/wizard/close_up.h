#pragma once

#include <QWidget>

#include "theme/theme.h"
#include "wizard/close_up_view.h"

namespace linecheck::ui {

/// What the item in front is about, drawn large: a cable's two plugs, the order of switching, a
/// switch or knob as it should stand, an adapter's current.
class CloseUp : public QWidget {
  Q_OBJECT

 public:
  explicit CloseUp(const Theme& theme, QWidget* parent = nullptr);

  void show(CloseUpView view);
  [[nodiscard]] bool isEmpty() const;
  [[nodiscard]] const CloseUpView& view() const { return view_; }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  CloseUpView view_;
};

}  // namespace linecheck::ui
