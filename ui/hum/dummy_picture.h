#pragma once

#include <QString>
#include <QWidget>

#include "chain/situation.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// Where the dummy plug of Whitlock's test goes: sender, cable, receiver, and the dummy between
/// them or instead of one.
struct DummyView {
  chain::DummyPlug place = chain::DummyPlug::inReceiver;
  QString sender;    ///< The device that the cable comes from.
  QString receiver;  ///< The one that it leads to.

  bool operator==(const DummyView&) const = default;
};

/// What the picture shows, in a sentence for those who do not see it.
[[nodiscard]] QString dummyText(const DummyView& view);

class DummyPicture : public QWidget {
  Q_OBJECT

 public:
  explicit DummyPicture(const Theme& theme, QWidget* parent = nullptr);

  void show(const DummyView& view);
  [[nodiscard]] const DummyView& view() const { return view_; }

  [[nodiscard]] QSize sizeHint() const override { return {288, 92}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {220, 92}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  DummyView view_;
};

}  // namespace linecheck::ui
