#include "canvas/cable_legend.h"

#include <QPainter>

namespace linecheck::ui {
namespace {

constexpr int kLine = 18;
constexpr int kHeight = 24;

QString word(Role role) {
  switch (role) {
    case Role::digital:
      return CableLegend::tr("digital");
    case Role::unbalanced:
      return CableLegend::tr("unbalanced");
    case Role::balanced:
      return CableLegend::tr("balanced");
    case Role::headphone:
      return CableLegend::tr("headphone");
    case Role::loudspeaker:
      return CableLegend::tr("loudspeaker");
    default:
      return CableLegend::tr("power");
  }
}

int widthOf(Role role, const QFontMetrics& metrics) {
  return kLine + space::kHair + 2 + metrics.horizontalAdvance(word(role)) + space::kNormal;
}

}  // namespace

CableLegend::CableLegend(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAccessibleName(tr("Colours of cables"));
}

void CableLegend::show(std::vector<Role> roles) {
  roles_ = std::move(roles);
  setVisible(!roles_.empty());
  resize(sizeHint());
  update();
}

QSize CableLegend::sizeHint() const {
  const QFontMetrics metrics(textFont(TextSize::caption));
  int width = space::kSnug;
  for (const Role role : roles_) width += widthOf(role, metrics);
  return {width, kHeight};
}

void CableLegend::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor ground = theme_[Role::ground];
  ground.setAlphaF(0.85F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(rect(), space::kRadius, space::kRadius);
  const QFont font = textFont(TextSize::caption);
  painter.setFont(font);
  const QFontMetrics metrics(font);
  int x = space::kSnug;
  for (const Role role : roles_) {
    const bool isPower = role == Role::power;
    QPen pen(theme_[role], isPower ? 1.5 : 2.5, isPower ? Qt::CustomDashLine : Qt::SolidLine,
             Qt::FlatCap);
    if (isPower) pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, height() / 2.0), QPointF(x + kLine, height() / 2.0));
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(QRectF(x + kLine + space::kHair + 2, 0, width(), height()),
                     Qt::AlignLeft | Qt::AlignVCenter, word(role));
    x += widthOf(role, metrics);
  }
}

}  // namespace linecheck::ui
