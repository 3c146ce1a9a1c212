#include "match/comparison_cards.h"

#include <QPainter>
#include <array>
#include <cmath>

#include "plots/chart_painting.h"
#include "text/match_text.h"
#include "text/tabular.h"
#include "widgets/tone_delegate.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

using Column = CandidateColumn;

constexpr qreal kMargin = 12;
constexpr qreal kBetween = 10;
constexpr qreal kInset = 10;
constexpr qreal kMostWidth = 360;
constexpr std::array kDeciding{Column::maximum,   Column::headroom, Column::loss, Column::damping,
                               Column::deviation, Column::noise,    Column::gain, Column::knob};

}  // namespace

ComparisonCards::ComparisonCards(const Theme& theme, const Candidates& candidates, QWidget* parent)
    : QWidget(parent), theme_(theme), candidates_(candidates) {
  setAccessibleName(tr("Side by side"));
  setFocusPolicy(Qt::StrongFocus);
  const auto refresh = [this] {
    describe();
    update();
  };
  connect(&candidates_, &Candidates::changed, this, refresh);
  connect(&candidates_, &Candidates::picksChanged, this, refresh);
  describe();
}

void ComparisonCards::describe() {
  QStringList all;
  for (const std::size_t output : candidates_.picks()) {
    QStringList one{outputText(candidates_.outputs()[output]),
                    cellText(Column::verdict, candidates_, output).number};
    for (const Column column : kDeciding) {
      one << columnName(column) + u' ' + cellInFull(column, candidates_, output);
    }
    all << one.join(QStringLiteral(", "));
  }
  setAccessibleDescription(all.join(QStringLiteral(". ")));
}

void ComparisonCards::drawCard(QPainter& painter, const QRectF& box, std::size_t place) const {
  const std::size_t output = candidates_.picks()[place];
  const matching::Output& about = candidates_.outputs()[output];
  const QColor colour = theme_[placeRole(place)];
  painter.setPen(theme_[Role::line]);
  painter.setBrush(theme_[Role::card]);
  painter.drawRoundedRect(box, space::kRadius, space::kRadius);
  painter.fillRect(
      QRectF(box.left() + 1, box.top() + space::kRadius, 3, box.height() - 2 * space::kRadius),
      colour);
  const QRectF room = box.adjusted(kInset + 4, kInset - 2, -kInset, -kInset);
  const QFont strong = textFont(TextSize::body, QFont::DemiBold);
  const QFont plain = textFont(TextSize::caption);
  const QFontMetricsF metrics(strong);
  const QFontMetricsF small(plain);
  qreal y = room.top() + metrics.ascent();
  const QString mark = Candidates::markOf(place);
  painter.setFont(strong);
  painter.setPen(colour);
  painter.drawText(QPointF(room.left(), y), mark);
  const qreal from = room.left() + metrics.horizontalAdvance(mark) + 8;
  painter.setPen(theme_[Role::text]);
  painter.drawText(QPointF(from, y), metrics.elidedText(QString::fromStdString(about.device),
                                                        Qt::ElideRight, room.right() - from));
  y += small.height() + 1;
  painter.setFont(plain);
  painter.setPen(theme_[Role::quietText]);
  painter.drawText(QPointF(from, y), small.elidedText(QString::fromStdString(about.name),
                                                      Qt::ElideRight, room.right() - from));
  if (candidates_.matches().empty()) return;

  const matching::Match& match = candidates_.matches()[output];
  const BannerState::Tone tone = verdictTone(match.verdict);
  const QColor toneColour = theme_[roleOf(static_cast<int>(tone))];
  y += 10;
  painter.save();
  painter.translate(room.left(), y);
  painter.scale(16.0 / 26.0, 16.0 / 26.0);
  drawToneIcon(painter, QRectF(0, 0, 26, 26), tone, toneColour, theme_[Role::card]);
  painter.restore();
  painter.setFont(strong);
  painter.setPen(toneColour);
  painter.drawText(QPointF(room.left() + 22, y + 8 + metrics.capHeight() / 2),
                   verdictText(match.verdict));
  y += 22;
  const qreal left = room.bottom() - y;
  const qreal line = std::min(22.0, left / static_cast<qreal>(kDeciding.size()));
  if (line < small.height() * 0.85) return;
  for (const Column column : kDeciding) {
    const BoundedText text = cellText(column, candidates_, output);
    const qreal base = y + line / 2 + small.capHeight() / 2;
    painter.setFont(plain);
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(QPointF(room.left(), base), columnName(column));
    const bool isFigure =
        text.isKnown && isNumeric(column) && !text.number.endsWith(QStringLiteral("dB"));
    QString unit = isFigure ? columnUnit(column) : QString();
    if (column == Column::knob && isFigure) unit = QStringLiteral("%");
    QString value = text.text(unit);
    const qreal forValue = room.width() - small.horizontalAdvance(columnName(column)) - 8;
    // In a narrow card the range is left to the table.
    if (small.horizontalAdvance(value) > forValue)
      value = BoundedText{text.number, {}, true}.text(unit);
    painter.setPen(theme_[text.isKnown ? Role::text : Role::quietText]);
    painter.drawText(QPointF(room.right() - small.horizontalAdvance(value), base), value);
    y += line;
  }
}

void ComparisonCards::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_[Role::ground]);
  const std::size_t count = candidates_.picks().size();
  const QRectF room = QRectF(rect()).adjusted(kMargin, 6, -kMargin, -6);
  if (count == 0) {
    painter.setFont(textFont(TextSize::body));
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(room, Qt::AlignCenter, tr("Tick up to four outputs in the table."));
  } else {
    const qreal width =
        std::min(kMostWidth, (room.width() - kBetween * static_cast<qreal>(count - 1)) /
                                 static_cast<qreal>(count));
    for (std::size_t place = 0; place < count; ++place) {
      const qreal left = room.left() + static_cast<qreal>(place) * (width + kBetween);
      drawCard(painter, QRectF(left, room.top(), width, std::min(room.height(), 290.0)), place);
    }
  }
  if (hasFocus()) {
    painter.setPen(theme_[Role::accent]);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void ComparisonCards::focusInEvent(QFocusEvent* event) {
  describe();
  QWidget::focusInEvent(event);
}

}  // namespace linecheck::ui
