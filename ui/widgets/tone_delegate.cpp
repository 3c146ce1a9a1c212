#include "widgets/tone_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include "theme/contrast.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr int kIcon = 18;
constexpr int kText = space::kTight + kIcon + space::kTight;  // From the left edge.

qreal wordHeight() {
  return QFontMetricsF(textFont(TextSize::caption, QFont::DemiBold)).height() + 1;
}

}  // namespace

ToneDelegate::ToneDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme) {}

void ToneDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
  const bool isSelected = option.state & QStyle::State_Selected;
  if (isSelected || (option.state & QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(theme_[Role::card], theme_[Role::text], isSelected ? 0.1 : 0.05));
    painter->drawRoundedRect(frame, space::kRadius, space::kRadius);
  }
  if (isSelected && (option.state & QStyle::State_HasFocus)) {
    painter->setPen(QPen(theme_[Role::accent], 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, space::kRadius, space::kRadius);
  }
  const bool isQuiet = index.data(kIsQuiet).toBool();
  const auto tone = static_cast<BannerState::Tone>(index.data(kTone).toInt());
  const QColor colour = theme_[isQuiet ? Role::power : roleOf(tone)];
  drawToneIcon(*painter, QRectF(frame.left() + space::kTight, frame.top() + 8, kIcon, kIcon), tone,
               colour, theme_[Role::card]);
  QRectF room = frame.adjusted(kText, 7, -space::kTight, -6);
  painter->setFont(textFont(TextSize::caption, QFont::DemiBold));
  painter->setPen(isQuiet ? theme_[Role::quietText] : colour);
  painter->drawText(room, Qt::AlignTop | Qt::AlignLeft, index.data(kWord).toString());
  room.setTop(room.top() + wordHeight());
  painter->setFont(textFont(TextSize::body));
  painter->setPen(theme_[isQuiet ? Role::quietText : Role::text]);
  painter->drawText(room, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                    index.data(Qt::DisplayRole).toString());
  painter->restore();
}

QSize ToneDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view ? view->viewport()->width() : option.rect.width();
  const qreal room = std::max(60.0, width - kText - space::kTight - 2.0);
  const QRectF text = QFontMetricsF(textFont(TextSize::body))
                          .boundingRect(QRectF(0, 0, room, 10000), Qt::TextWordWrap,
                                        index.data(Qt::DisplayRole).toString());
  return {width, static_cast<int>(std::ceil(text.height() + wordHeight())) + 16};
}

}  // namespace linecheck::ui
