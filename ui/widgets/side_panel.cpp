#include "widgets/side_panel.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linecheck::ui {
namespace {

constexpr int kNameHeight = 40;

// A word with a line under it while its sheet is in front.
class SheetName : public QAbstractButton {
 public:
  SheetName(const Theme& theme, const QString& name) : theme_(theme) {
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);  // One of several, to a screen reader.
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
  }

  void setMark(const QString& mark) {
    mark_ = mark;
    setAccessibleDescription(mark);
    updateGeometry();
    update();
  }

  [[nodiscard]] QSize sizeHint() const override {
    return {QFontMetrics(textFont(TextSize::body, QFont::DemiBold)).horizontalAdvance(shown()),
            kNameHeight};
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isBright = isChecked() || underMouse();
    painter.setFont(textFont(TextSize::body, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme_[isBright ? Role::text : Role::quietText]);
    painter.drawText(rect(), Qt::AlignCenter, shown());
    if (isChecked()) painter.fillRect(0, height() - 3, width(), 2, theme_[Role::accent]);
    if (hasFocus()) {
      painter.setPen(QPen(theme_[Role::accent], 1.5));
      painter.drawRoundedRect(QRectF(rect()).adjusted(1, 7, -1, -7), 4, 4);
    }
  }

 private:
  [[nodiscard]] QString shown() const {
    return mark_.isEmpty() ? text() : text() + QStringLiteral("  ") + mark_;
  }

  const Theme& theme_;
  QString mark_;
};

}  // namespace

SidePanel::SidePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      names_(new QHBoxLayout),
      buttons_(new QButtonGroup(this)),
      sheets_(new QStackedWidget) {
  setFixedWidth(kWidth);
  names_->setContentsMargins(space::kNormal, 0, space::kSnug, 0);
  names_->setSpacing(space::kNormal);
  names_->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(names_);
  column->addSpacing(1);
  column->addWidget(sheets_, 1);
  connect(buttons_, &QButtonGroup::idClicked, this, &SidePanel::setCurrent);
}

int SidePanel::addSheet(const QString& name, QWidget* sheet) {
  auto* button = new SheetName(theme_, name);
  const int index = sheets_->addWidget(sheet);
  buttons_->addButton(button, index);
  names_->insertWidget(index, button);
  if (index == 0) button->setChecked(true);
  return index;
}

void SidePanel::setMark(int sheet, const QString& mark) {
  static_cast<SheetName*>(buttons_->button(sheet))->setMark(mark);
}

void SidePanel::setCurrent(int sheet) {
  buttons_->button(sheet)->setChecked(true);
  if (sheet == current()) return;
  sheets_->setCurrentIndex(sheet);
  Q_EMIT currentChanged(sheet);
}

int SidePanel::current() const {
  return sheets_->currentIndex();
}

void SidePanel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::card]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, 0, 0, height());
  painter.drawLine(0, kNameHeight, width(), kNameHeight);
}

}  // namespace linecheck::ui
