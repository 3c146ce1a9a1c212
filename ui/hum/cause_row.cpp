#include "hum/cause_row.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "text/reading.h"
#include "text/tabular.h"
#include "theme/contrast.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr int kHeight = 38;
constexpr qreal kIcon = 18;
constexpr qreal kBar = 4;
constexpr qreal kChevron = 12;
constexpr qreal kLeft = space::kNormal + kIcon + space::kTight;
constexpr std::size_t kMostReasons = 6;

void drawChevron(QPainter& painter, QPointF at, bool isOpen, const QColor& colour) {
  painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  const QPolygonF down{at + QPointF(-3.5, -1.5), at + QPointF(0, 2), at + QPointF(3.5, -1.5)};
  const QPolygonF right{at + QPointF(-1.5, -3.5), at + QPointF(2, 0), at + QPointF(-1.5, 3.5)};
  painter.drawPolyline(isOpen ? down : right);
}

}  // namespace

CauseRow::CauseRow(const Theme& theme, diagnosis::Cause cause, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), cause_(cause) {
  setCheckable(true);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setText(causeText(cause));
  setToolTip(causeAbout(cause));
  show(0.0, false);
}

void CauseRow::show(double probability, bool isMain) {
  probability_ = probability;
  isMain_ = isMain;
  setAccessibleName(tr("%1, %2").arg(text(), probabilityText(probability)));
  setAccessibleDescription(causeAbout(cause_) + u' ' + tr("Press to see why."));
  update();
}

QSize CauseRow::sizeHint() const {
  return {280, kHeight};
}

void CauseRow::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (underMouse()) painter.fillRect(rect(), mixed(theme_[Role::card], theme_[Role::text], 0.05));
  const QColor tone = isMain_ ? theme_[roleOf(toneOf(cause_))] : theme_[Role::quietText];
  const qreal middle = 15;
  painter.save();
  // The icons are drawn for a bigger box.
  painter.translate(space::kNormal, middle - kIcon / 2);
  painter.scale(kIcon / 26.0, kIcon / 26.0);
  drawToneIcon(painter, QRectF(0, 0, 26, 26), isMain_ ? toneOf(cause_) : BannerState::Tone::quiet,
               tone, theme_[Role::card]);
  painter.restore();

  const qreal right = width() - space::kSnug - kChevron;
  const QFont strong = textFont(TextSize::body, isMain_ ? QFont::DemiBold : QFont::Normal);
  const QString share = probabilityText(probability_);
  const qreal shareWidth = tabularWidth(strong, share);
  const QFontMetricsF metrics(strong);
  const qreal base = middle + metrics.capHeight() / 2;
  painter.setFont(strong);
  painter.setPen(theme_[Role::text]);
  drawTabular(painter, QPointF(right - shareWidth, base), share);
  painter.setPen(isMain_ ? theme_[Role::text] : theme_[Role::quietText]);
  const QString name =
      metrics.elidedText(text(), Qt::ElideRight, right - shareWidth - space::kTight - kLeft);
  painter.drawText(QPointF(kLeft, base), name);

  const QRectF bar(kLeft, kHeight - 11, right - kLeft, kBar);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_[Role::line]);
  painter.drawRoundedRect(bar, kBar / 2, kBar / 2);
  if (probability_ > 0.0) {
    painter.setBrush(tone);
    const qreal filled = std::max(kBar, bar.width() * std::min(1.0, probability_));
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(filled, kBar)), kBar / 2, kBar / 2);
  }
  drawChevron(painter, QPointF(width() - space::kSnug, middle), isChecked(),
              theme_[Role::quietText]);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_[Role::accent], 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 1, -2, -1), 4, 4);
  }
}

WhyPanel::WhyPanel(const Theme& theme, diagnosis::Cause cause, QWidget* parent)
    : QWidget(parent), theme_(theme), cause_(cause), text_(new QLabel(this)) {
  text_->setTextFormat(Qt::RichText);
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  text_->setAccessibleDescription(tr("Why %1").arg(causeText(cause)));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(static_cast<int>(kLeft), 0, space::kSnug, space::kTight);
  column->addWidget(text_);
  fill();
}

void WhyPanel::show(const std::vector<WhyLine>& lines) {
  if (lines == lines_) return;
  lines_ = lines;
  fill();
}

QString WhyPanel::text() const {
  return text_->text();
}

void WhyPanel::fill() {
  const QString quiet = theme_[Role::quietText].name();
  QString html = QStringLiteral("<div style='color:%1'>%2</div>")
                     .arg(quiet, causeAbout(cause_).toHtmlEscaped());
  if (lines_.empty()) {
    html += QStringLiteral("<div style='margin-top:4px'>%1</div>")
                .arg(tr("Nothing that was seen speaks for or against it.").toHtmlEscaped());
  }
  QString plain;
  for (std::size_t i = 0; i < std::min(lines_.size(), kMostReasons); ++i) {
    const WhyLine& line = lines_[i];
    const QColor colour = theme_[line.isFor ? Role::good : Role::bad];
    html += QStringLiteral(
                "<div style='margin-top:6px'>%1<br>"
                "<span style='color:%2'>%3&nbsp;%4</span> "
                "<span style='color:%5'>(%6)</span></div>")
                .arg(line.seen.toHtmlEscaped(), colour.name(),
                     line.isFor ? QStringLiteral("▲") : QStringLiteral("▼"),
                     line.strength.toHtmlEscaped(), quiet, line.moves);
    plain += QStringLiteral("%1: %2, %3. ").arg(line.seen, line.strength, line.moves);
  }
  text_->setText(html);
  text_->setAccessibleDescription(causeAbout(cause_) + u' ' + plain);
}

void WhyPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) fill();
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
