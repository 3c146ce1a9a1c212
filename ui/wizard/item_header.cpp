#include "wizard/item_header.h"

#include <QPainter>

#include "text/sentence_text.h"
#include "text/setup_text.h"
#include "theme/contrast.h"
#include "widgets/tone_icon.h"
#include "wizard/known_by_icon.h"

namespace linecheck::ui {
namespace {

constexpr int kIcon = 22;
constexpr int kLeft = space::kSnug + kIcon + space::kSnug;
constexpr int kAbove = 10;
constexpr int kCaption = 16;

}  // namespace

ItemHeader::ItemHeader(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), theme_(theme) {
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ItemHeader::show(const setup::ItemState& item, std::chrono::sys_seconds now, bool isCurrent) {
  tone_ = toneOf(item);
  state_ = item.state;
  knownBy_ = item.state == setup::State::unknown ? std::nullopt : item.knownBy;
  isCurrent_ = isCurrent;
  // "USB-C" stays in one line.
  setText(translated(item.item.text).replace(QStringLiteral("USB-"), QStringLiteral("USB\u2011")));
  // An empty ring and a word that says the same on each of ten rows is only noise.
  caption_ = item.state == setup::State::unknown ? QString() : stateText(item.state);
  if (knownBy_) caption_ += QStringLiteral(" · ") + knownByText(item, now);
  setAccessibleName(text());
  setAccessibleDescription(itemSummary(item));
  updateGeometry();
  update();
}

QFont ItemHeader::sentenceFont() const {
  return isCurrent_ ? textFont(TextSize::heading, QFont::DemiBold) : textFont(TextSize::body);
}

QRect ItemHeader::textRoom(int width) const {
  return {kLeft, kAbove, std::max(1, width - kLeft - space::kSnug), 10000};
}

int ItemHeader::sentenceHeight(int width) const {
  return QFontMetrics(sentenceFont())
      .boundingRect(textRoom(width), Qt::TextWordWrap | Qt::AlignLeft, text())
      .height();
}

int ItemHeader::heightForWidth(int width) const {
  return kAbove + sentenceHeight(width) + (caption_.isEmpty() ? 0 : 3 + kCaption) + kAbove;
}

QSize ItemHeader::sizeHint() const {
  constexpr int kUsualWidth = 420;
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize ItemHeader::minimumSizeHint() const {
  constexpr int kLeastWidth = 200;
  return {kLeastWidth, kAbove + kCaption + kAbove + QFontMetrics(sentenceFont()).height()};
}

void ItemHeader::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ground = theme_[Role::card];
  if (underMouse() && !isCurrent_) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(ground, theme_[Role::line], 0.35));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
  }
  const QFontMetricsF metrics(sentenceFont());
  const QRectF icon(space::kSnug, kAbove + (metrics.height() - kIcon) / 2, kIcon, kIcon);
  drawToneIcon(painter, icon, tone_, theme_[roleOf(tone_)], ground);

  const bool isQuiet = state_ == setup::State::notNeeded;
  painter.setFont(sentenceFont());
  painter.setPen(theme_[isQuiet ? Role::quietText : Role::text]);
  painter.drawText(textRoom(width()), Qt::TextWordWrap | Qt::AlignLeft, text());

  const qreal top = kAbove + sentenceHeight(width()) + 3;
  qreal x = kLeft;
  const QColor quiet = theme_[Role::quietText];
  if (knownBy_) {
    drawKnownByIcon(painter, QRectF(x, top + 1, 14, 14), *knownBy_, quiet);
    x += 14 + 6;
  }
  painter.setFont(textFont(TextSize::caption));
  const bool isLoud = state_ == setup::State::wrong;
  painter.setPen(isLoud ? theme_[roleOf(tone_)] : quiet);
  painter.drawText(QRectF(x, top, width() - x - space::kSnug, kCaption),
                   Qt::AlignLeft | Qt::AlignVCenter, caption_);
  if (hasFocus()) {
    painter.setPen(QPen(theme_[Role::accent], 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), space::kRadius, space::kRadius);
  }
}

}  // namespace linecheck::ui
