#include "widgets/rail.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

constexpr int kButtonHeight = 64;
constexpr int kIcon = 24;

void drawChainIcon(QPainter& painter, QPointF c) {
  // Two devices and what joins them.
  painter.drawRoundedRect(QRectF(c.x() - 11, c.y() - 9, 8, 11), 2, 2);
  painter.drawRoundedRect(QRectF(c.x() + 3, c.y() - 2, 8, 11), 2, 2);
  QPainterPath cable(c + QPointF(-3, -3.5));
  cable.cubicTo(c + QPointF(1.5, -3.5), c + QPointF(-1.5, 3.5), c + QPointF(3, 3.5));
  painter.drawPath(cable);
}

void drawSetupIcon(QPainter& painter, QPointF c) {
  // A list that is being ticked off.
  for (const qreal y : {-7.0, 0.0, 7.0}) painter.drawLine(c + QPointF(0, y), c + QPointF(11, y));
  for (const qreal y : {-7.0, 0.0}) {
    painter.drawPolyline(
        QPolygonF{c + QPointF(-11, y - 0.5), c + QPointF(-8.5, y + 2), c + QPointF(-4.5, y - 3)});
  }
  painter.drawEllipse(c + QPointF(-8, 7), 2, 2);
}

void drawHumIcon(QPainter& painter, QPointF c) {
  QPainterPath wave(c + QPointF(-11, 0));
  wave.cubicTo(c + QPointF(-8, -13), c + QPointF(-4, -13), c);
  wave.cubicTo(c + QPointF(4, 13), c + QPointF(8, 13), c + QPointF(11, 0));
  painter.drawPath(wave);
}

void drawMatchIcon(QPainter& painter, QPointF c) {
  // Headphones: the band over two cups.
  painter.drawArc(QRectF(c.x() - 9, c.y() - 10, 18, 18), 0, 180 * 16);
  for (const qreal side : {-1.0, 1.0}) {
    painter.drawLine(c + QPointF(9 * side, -1), c + QPointF(9 * side, 2));
    painter.drawRoundedRect(QRectF(c.x() + 8 * side - 2.5, c.y() + 2, 5, 8), 2, 2);
  }
}

void drawLevelsIcon(QPainter& painter, QPointF c) {
  // Faders, each at its own height.
  const std::pair<qreal, qreal> faders[] = {{-8, 3}, {0, -4}, {8, 0}};
  for (const auto& [x, knob] : faders) {
    painter.drawLine(c + QPointF(x, -10), c + QPointF(x, knob - 3));
    painter.drawLine(c + QPointF(x, knob + 3), c + QPointF(x, 10));
    painter.drawRoundedRect(QRectF(c.x() + x - 3, c.y() + knob - 2.5, 6, 5), 1.5, 1.5);
  }
}

class RailButton : public QAbstractButton {
 public:
  RailButton(const Theme& theme, Rail::Icon icon, QWidget* parent)
      : QAbstractButton(parent), theme_(theme), icon_(icon) {
    setCheckable(true);
    setAutoExclusive(true);  // One of several, to a screen reader.
    setAttribute(Qt::WA_Hover);
    setFixedSize(Rail::kWidth - 1, kButtonHeight);
    setFocusPolicy(Qt::TabFocus);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = theme_[Role::ground];
    if (isChecked() || underMouse()) {
      const QColor fill = isChecked() ? theme_[Role::card] : mixed(ground, theme_[Role::card], 0.6);
      painter.fillRect(rect(), fill);
    }
    if (isChecked()) painter.fillRect(QRect(0, 0, 3, height()), theme_[Role::accent]);
    if (hasFocus()) {
      painter.setPen(QPen(theme_[Role::accent], 2));
      painter.drawRoundedRect(QRectF(rect()).adjusted(4, 2, -2, -2), space::kRadius,
                              space::kRadius);
    }
    const QColor ink = theme_[isChecked() ? Role::text : Role::quietText];
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isChecked() ? theme_[Role::accent] : ink, 2, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    const QPointF centre(width() / 2.0, 13 + kIcon / 2.0);
    drawRailIcon(painter, icon_, centre);
    painter.setFont(textFont(TextSize::caption, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(ink);
    painter.drawText(QRectF(0, 13 + kIcon, width(), height() - 13 - kIcon - 6), Qt::AlignCenter,
                     text());
  }

 private:
  const Theme& theme_;
  Rail::Icon icon_;
};

}  // namespace

void drawRailIcon(QPainter& painter, Rail::Icon icon, QPointF centre) {
  switch (icon) {
    case Rail::Icon::chain:
      return drawChainIcon(painter, centre);
    case Rail::Icon::setup:
      return drawSetupIcon(painter, centre);
    case Rail::Icon::hum:
      return drawHumIcon(painter, centre);
    case Rail::Icon::levels:
      return drawLevelsIcon(painter, centre);
    case Rail::Icon::match:
      return drawMatchIcon(painter, centre);
  }
}

Rail::Rail(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      column_(new QVBoxLayout(this)),
      pages_(new QButtonGroup(this)) {
  setAccessibleName(tr("Pages"));
  setFixedWidth(kWidth);
  column_->setContentsMargins(0, space::kTight, 1, space::kTight);
  column_->setSpacing(space::kHair);
  column_->addStretch();
  connect(pages_, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::addPage(Icon icon, const QString& name, const QString& key) {
  auto* button = new RailButton(theme_, icon, this);
  button->setText(name);
  button->setAccessibleName(name);
  button->setToolTip(key.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, key));
  const int page = static_cast<int>(pages_->buttons().size());
  pages_->addButton(button, page);
  column_->insertWidget(page, button);
}

void Rail::setCurrent(int page) {
  if (QAbstractButton* button = pages_->button(page)) return button->setChecked(true);
  pages_->setExclusive(false);
  if (QAbstractButton* button = pages_->checkedButton()) button->setChecked(false);
  pages_->setExclusive(true);
}

void Rail::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::ground]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(width() - 1, 0, width() - 1, height());
}

}  // namespace linecheck::ui
