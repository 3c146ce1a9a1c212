#include "widgets/two_line_delegate.h"

#include <QPainter>

#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kHeight = 46;

}  // namespace

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const QPalette& p = option.palette;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
  const bool isSelected = option.state & QStyle::State_Selected;
  if (isSelected || (option.state & QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        mixed(p.color(QPalette::Window), p.color(QPalette::Text), isSelected ? 0.12 : 0.05));
    painter->drawRoundedRect(frame, space::kRadius, space::kRadius);
  }
  if (isSelected && (option.state & QStyle::State_HasFocus)) {
    painter->setPen(QPen(p.color(QPalette::Highlight), 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, space::kRadius, space::kRadius);
  }
  const QRectF room = frame.adjusted(space::kTight, 5, -space::kTight, -5);
  const auto draw = [&](const QFont& font, QPalette::ColorRole role, Qt::Alignment where,
                        const QString& text) {
    painter->setFont(font);
    painter->setPen(p.color(role));
    painter->drawText(room, static_cast<int>(where | Qt::AlignLeft),
                      QFontMetricsF(font).elidedText(text, Qt::ElideRight, room.width()));
  };
  draw(textFont(TextSize::body, QFont::Medium), QPalette::Text, Qt::AlignTop,
       index.data(Qt::DisplayRole).toString());
  draw(textFont(TextSize::caption), QPalette::PlaceholderText, Qt::AlignBottom,
       index.data(kCaption).toString());
  painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& /*option*/,
                                const QModelIndex& /*index*/) const {
  return {100, kHeight};
}

}  // namespace linecheck::ui
