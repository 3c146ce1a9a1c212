#include "match/comparison_cards.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>

#include "plots/chart_painting.h"
#include "text/match_text.h"
#include "text/tabular.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

using Column = CandidateColumn;

constexpr qreal kMargin = 12;
constexpr qreal kBetween = 10;
constexpr qreal kInset = 10;
constexpr qreal kMostWidth = 360;
constexpr qreal kMostHeight = 290;
constexpr qreal kMostLine = 22;
constexpr qreal kAboveVerdict = 10;
constexpr qreal kVerdict = 22;
constexpr std::array kDeciding{Column::maximum,   Column::headroom, Column::loss, Column::damping,
                               Column::deviation, Column::noise,    Column::gain, Column::knob};

QRectF insideOf(const QRectF& card) {
  return card.adjusted(kInset + 4, kInset - 2, -kInset, -kInset);
}

// Where the figures of a card begin, and how far they lie apart.
struct Lines {
  qreal top = 0;
  qreal height = 0;
};
Lines linesOf(const QRectF& card) {
  const QRectF room = insideOf(card);
  const qreal top = room.top() + QFontMetricsF(textFont(TextSize::body, QFont::DemiBold)).ascent() +
                    QFontMetricsF(textFont(TextSize::caption)).height() + 1 + kAboveVerdict +
                    kVerdict;
  return {top, std::min(kMostLine, (room.bottom() - top) / static_cast<qreal>(kDeciding.size()))};
}

}  // namespace

ComparisonCards::ComparisonCards(const Theme& theme, const Candidates& candidates, QWidget* parent)
    : QWidget(parent), theme_(theme), candidates_(candidates) {
  setAccessibleName(tr("Side by side"));
  setFocusPolicy(Qt::StrongFocus);
  const auto refresh = [this] {
    if (chosen_ && chosen_->place >= candidates_.picks().size()) chosen_.reset();
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
  const QRectF room = insideOf(box);
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
  const QColor toneColour = theme_[roleOf(tone)];
  y += kAboveVerdict;
  painter.save();
  painter.translate(room.left(), y);
  painter.scale(16.0 / 26.0, 16.0 / 26.0);
  drawToneIcon(painter, QRectF(0, 0, 26, 26), tone, toneColour, theme_[Role::card]);
  painter.restore();
  painter.setFont(strong);
  painter.setPen(toneColour);
  painter.drawText(QPointF(room.left() + 22, y + 8 + metrics.capHeight() / 2),
                   verdictText(match.verdict));
  const Lines lines = linesOf(box);
  const qreal line = lines.height;
  y = lines.top;
  if (line < small.height() * 0.85) return;
  for (std::size_t row = 0; row < kDeciding.size(); ++row) {
    const Column column = kDeciding[row];
    if (hasFocus() && chosen_ && chosen_->place == place && chosen_->row == row) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme_[Role::line]);
      painter.drawRoundedRect(QRectF(room.left() - 4, y, room.width() + 8, line), 3, 3);
    }
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
  if (count == 0) {
    painter.setFont(textFont(TextSize::body));
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(rect(), Qt::AlignCenter, tr("Tick up to four outputs in the table."));
  }
  for (std::size_t place = 0; place < count; ++place) drawCard(painter, cardBox(place), place);
  if (hasFocus()) {
    painter.setPen(theme_[Role::accent]);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

QRectF ComparisonCards::cardBox(std::size_t place) const {
  const auto count = static_cast<qreal>(candidates_.picks().size());
  const QRectF room = QRectF(rect()).adjusted(kMargin, 6, -kMargin, -6);
  const qreal width = std::min(kMostWidth, (room.width() - kBetween * (count - 1)) / count);
  return {room.left() + static_cast<qreal>(place) * (width + kBetween), room.top(), width,
          std::min(room.height(), kMostHeight)};
}

std::optional<ComparisonCards::Spot> ComparisonCards::spotAt(const QPointF& point) const {
  if (candidates_.matches().empty()) return std::nullopt;
  for (std::size_t place = 0; place < candidates_.picks().size(); ++place) {
    const QRectF card = cardBox(place);
    const Lines lines = linesOf(card);
    if (!card.contains(point) || point.y() < lines.top || lines.height <= 0) continue;
    const auto row = static_cast<std::size_t>((point.y() - lines.top) / lines.height);
    if (row < kDeciding.size()) return Spot{place, row};
  }
  return std::nullopt;
}

void ComparisonCards::choose(const Spot& spot) {
  chosen_ = spot;
  update();
  Q_EMIT figureChosen(candidates_.picks()[spot.place], kDeciding[spot.row]);
}

bool ComparisonCards::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  if (const auto spot = spotAt(help->pos())) {
    QToolTip::showText(
        help->globalPos(),
        cellOrigin(kDeciding[spot->row], candidates_, candidates_.picks()[spot->place]), this);
  } else {
    QToolTip::hideText();
  }
  return true;
}

void ComparisonCards::mousePressEvent(QMouseEvent* event) {
  if (const auto spot = spotAt(event->position())) choose(*spot);
}

void ComparisonCards::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
  const bool isUpright = key == Qt::Key_Up || key == Qt::Key_Down;
  if ((!isSideways && !isUpright) || candidates_.matches().empty() || candidates_.picks().empty()) {
    return QWidget::keyPressEvent(event);
  }
  if (!chosen_) return choose({});
  const auto moved = [&](std::size_t at, std::size_t count, int back) {
    return key == back ? at - std::min<std::size_t>(at, 1) : std::min(at + 1, count - 1);
  };
  Spot next = *chosen_;
  if (isSideways) next.place = moved(next.place, candidates_.picks().size(), Qt::Key_Left);
  if (isUpright) next.row = moved(next.row, kDeciding.size(), Qt::Key_Up);
  choose(next);
}

void ComparisonCards::focusInEvent(QFocusEvent* event) {
  describe();
  QWidget::focusInEvent(event);
}

}  // namespace linecheck::ui
