#include "calibration/meter_picture.h"

#include <QPainter>
#include <QPainterPath>
#include <array>

namespace linecheck::ui {
namespace {

using measure::Probes;

constexpr int kWidth = 432;
constexpr int kHeight = 150;
constexpr QRectF kMeter{8.0, 14.0, 96.0, 122.0};
// The plug's metal parts, from the tip to the sleeve.
constexpr std::array kTrs{QRectF{208.0, 66.0, 40.0, 18.0}, QRectF{254.0, 66.0, 40.0, 18.0},
                          QRectF{300.0, 66.0, 72.0, 18.0}};
constexpr std::array kTs{QRectF{208.0, 66.0, 60.0, 18.0}, QRectF{274.0, 66.0, 98.0, 18.0}};
constexpr QRectF kHandle{372.0, 56.0, 52.0, 38.0};

void drawLead(QPainter& painter, QPointF from, QPointF to, const QColor& colour) {
  QPainterPath path(from);
  path.cubicTo(from + QPointF(60.0, 0.0), {to.x(), from.y()}, to);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colour, 2.0));
  painter.drawPath(path);
  painter.setBrush(colour);
  painter.drawEllipse(to, 4.0, 4.0);
}

}  // namespace

MeterPicture::MeterPicture(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFixedSize(kWidth, kHeight);
  setProbes(Probes::unbalanced);
}

void MeterPicture::setProbes(Probes probes) {
  probes_ = probes;
  switch (probes) {
    case Probes::unbalanced:
      setAccessibleName(tr("One probe on the tip, the other on the sleeve."));
      break;
    case Probes::hotToCold:
      setAccessibleName(tr("One probe on the tip, the other on the ring."));
      break;
    case Probes::hotToGround:
      setAccessibleName(tr("One probe on the tip, the other on the sleeve; the ring is free."));
      break;
  }
  update();
}

void MeterPicture::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isBalanced = probes_ != Probes::unbalanced;

  painter.setPen(QPen(theme_[Role::quietText], 1.5));
  painter.setBrush(theme_[Role::card]);
  painter.drawRoundedRect(kMeter, space::kRadius, space::kRadius);
  const QRectF display = QRectF(kMeter.left() + 12.0, kMeter.top() + 12.0, 72.0, 32.0);
  painter.setBrush(theme_[Role::ground]);
  painter.drawRoundedRect(display, 3.0, 3.0);
  painter.setPen(theme_[Role::text]);
  painter.setFont(textFont(TextSize::heading));
  painter.drawText(display, Qt::AlignCenter, tr("V ∼"));
  painter.setPen(QPen(theme_[Role::quietText], 1.5));
  painter.setBrush(Qt::NoBrush);
  const QPointF dial(kMeter.center().x(), kMeter.top() + 78.0);
  painter.drawEllipse(dial, 18.0, 18.0);
  painter.drawLine(dial, dial + QPointF(-10.0, -11.0));

  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_[Role::line]);
  painter.drawRoundedRect(kHandle, space::kRadius, space::kRadius);
  painter.setBrush(theme_[Role::quietText]);
  const auto drawPart = [&painter](const QRectF& part) { painter.drawRoundedRect(part, 3.0, 3.0); };
  if (isBalanced) {
    for (const QRectF& part : kTrs) drawPart(part);
  } else {
    for (const QRectF& part : kTs) drawPart(part);
  }
  painter.setFont(textFont(TextSize::caption));
  painter.setPen(theme_[Role::quietText]);
  const auto name = [&painter](const QRectF& part, const QString& text) {
    painter.drawText(QRectF(part.center().x() - 50.0, 36.0, 100.0, 26.0),
                     Qt::AlignHCenter | Qt::AlignBottom, text);
  };
  name(isBalanced ? kTrs[0] : kTs[0], isBalanced ? tr("tip\nhot, 2") : tr("tip"));
  if (isBalanced) name(kTrs[1], tr("ring\ncold, 3"));
  name(isBalanced ? kTrs[2] : kTs[1], isBalanced ? tr("sleeve\nground, 1") : tr("sleeve"));

  const QRectF& hot = isBalanced ? kTrs[0] : kTs[0];
  const QRectF& other = probes_ == Probes::hotToCold ? kTrs[1] : isBalanced ? kTrs[2] : kTs[1];
  drawLead(painter, {kMeter.right(), 98.0}, {hot.center().x(), hot.bottom() + 3.0},
           theme_[Role::bad]);
  drawLead(painter, {kMeter.right(), 122.0}, {other.center().x(), other.bottom() + 3.0},
           theme_[Role::text]);
}

}  // namespace linecheck::ui
