#pragma once

#include <QWidget>

#include "app/page.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// What the window shows at the first start: three doors, and a quiet fourth.
class Welcome : public QWidget {
  Q_OBJECT

 public:
  explicit Welcome(const Theme& theme, QWidget* parent = nullptr);

 Q_SIGNALS:
  void chosen(linecheck::ui::Page page);
  void demoWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
};

}  // namespace linecheck::ui
