#include "match/candidate_delegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <cmath>

#include "match/candidate_model.h"
#include "plots/chart_painting.h"
#include "text/tabular.h"
#include "theme/contrast.h"
#include "widgets/tone_delegate.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr qreal kInset = 8;
constexpr qreal kIcon = 16;
constexpr qreal kBox = 15;
constexpr qreal kBetween = 5;
constexpr qreal kMarkCell = 48;

CandidateColumn columnOf(const QModelIndex& index) {
  return static_cast<CandidateColumn>(index.column());
}

qreal baseOf(const QRectF& cell, const QFont& font) {
  return cell.center().y() + QFontMetricsF(font).capHeight() / 2;
}

}  // namespace

CandidateDelegate::CandidateDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent),
      theme_(theme),
      wholeRoom_(tabularWidth(body_, QStringLiteral("−100"))),
      tenthsRoom_(tabularWidth(body_, QStringLiteral("−88.8"))) {}

// Up to where numbers are drawn, whatever is behind the point.
qreal CandidateDelegate::numberRoom(CandidateColumn column) const {
  const bool hasTenths = column == CandidateColumn::loss || column == CandidateColumn::deviation;
  return hasTenths ? tenthsRoom_ : wholeRoom_;
}

void CandidateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF cell(option.rect);
  const bool isSelected = option.state & QStyle::State_Selected;
  if (isSelected) {
    painter->fillRect(cell, mixed(theme_[Role::card], theme_[Role::text], 0.1));
  } else if (option.state & QStyle::State_MouseOver) {
    painter->fillRect(cell, mixed(theme_[Role::card], theme_[Role::text], 0.05));
  }
  painter->setPen(mixed(theme_[Role::card], theme_[Role::line], 0.7));
  painter->drawLine(cell.bottomLeft(), cell.bottomRight());
  if (columnOf(index) == CandidateColumn::mark) {
    drawMark(*painter, cell, index);
  } else if (columnOf(index) == CandidateColumn::verdict) {
    drawVerdict(*painter, cell, index);
  } else if (isNumeric(columnOf(index))) {
    drawNumber(*painter, cell, index);
  } else {
    drawWords(*painter, cell, index);
  }
  if (option.state & QStyle::State_HasFocus) {
    painter->setPen(QPen(theme_[Role::accent], 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(cell.adjusted(1, 1, -1.5, -1.5), 4, 4);
  }
  painter->restore();
}

void CandidateDelegate::drawMark(QPainter& painter, const QRectF& cell,
                                 const QModelIndex& index) const {
  const QVariant place = index.data(CandidateModel::kPlace);
  const QRectF box(cell.left() + kInset, cell.center().y() - kBox / 2, kBox, kBox);
  const QColor colour = place.isValid() ? theme_[placeRole(static_cast<std::size_t>(place.toInt()))]
                                        : theme_[Role::quietText];
  painter.setPen(QPen(colour, 1.2));
  painter.setBrush(place.isValid() ? colour : theme_[Role::card]);
  painter.drawRoundedRect(box, 3, 3);
  if (!place.isValid()) return;
  const QPointF c = box.center();
  painter.setPen(QPen(theme_[Role::ground], 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(
      QPolygonF{c + QPointF(-3.5, 0.3), c + QPointF(-0.8, 3), c + QPointF(3.8, -2.8)});
  const QFont font = textFont(TextSize::body, QFont::DemiBold);
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(QPointF(box.right() + kBetween, baseOf(cell, font)),
                   index.data(Qt::DisplayRole).toString());
}

void CandidateDelegate::drawVerdict(QPainter& painter, const QRectF& cell,
                                    const QModelIndex& index) const {
  const QString word = index.data(Qt::DisplayRole).toString();
  const QVariant tone = index.data(CandidateModel::kTone);
  const QFont font = textFont(TextSize::body, QFont::Medium);
  const QColor colour = theme_[tone.isValid() ? roleOf(static_cast<BannerState::Tone>(tone.toInt()))
                                              : Role::quietText];
  if (tone.isValid()) {
    painter.save();
    // The icon is made for a larger size.
    constexpr qreal kMade = 26;
    painter.translate(cell.left() + kInset, cell.center().y() - kIcon / 2);
    painter.scale(kIcon / kMade, kIcon / kMade);
    drawToneIcon(painter, QRectF(0, 0, kMade, kMade), static_cast<BannerState::Tone>(tone.toInt()),
                 colour, theme_[Role::card]);
    painter.restore();
  }
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(QPointF(cell.left() + kInset + kIcon + kBetween, baseOf(cell, font)), word);
}

void CandidateDelegate::drawNumber(QPainter& painter, const QRectF& cell,
                                   const QModelIndex& index) const {
  const QString number = index.data(Qt::DisplayRole).toString();
  const QString range = index.data(CandidateModel::kRange).toString();
  const QFont& font = body_;
  const bool isPlain = !number.isEmpty() && (number[0].isDigit() || number[0] == QChar(0x2212));
  const qreal width = tabularWidth(font, number);
  const QFont& small = small_;
  const qreal rangeWidth = smallMetrics_.horizontalAdvance(range);
  const qreal room = numberRoom(columnOf(index));
  const qreal right = cell.left() + kInset + room;
  QRectF line = cell;
  if (isStacked_ && !range.isEmpty()) line.translate(0, -7);
  // What is no plain number, such as a bound or a dash, begins at the left.
  const qreal left = isPlain ? std::max(cell.left() + kInset, right - width) : cell.left() + kInset;
  painter.setFont(font);
  painter.setPen(theme_[isPlain ? Role::text : Role::quietText]);
  drawTabular(painter, {left, baseOf(line, font)}, number);
  if (range.isEmpty()) return;
  painter.setFont(small);
  painter.setPen(theme_[Role::quietText]);
  if (isStacked_) {
    // Ends where the number does, as far as it can.
    const qreal from = std::max(cell.left() + kInset, right - rangeWidth);
    painter.drawText(QPointF(from, baseOf(line.translated(0, 15), small)), range);
  } else {
    painter.drawText(QPointF(std::max(right, left + width) + kBetween, baseOf(cell, font)), range);
  }
}

void CandidateDelegate::drawWords(QPainter& painter, const QRectF& cell,
                                  const QModelIndex& index) const {
  const QFont& font = body_;
  const bool isSource = columnOf(index) == CandidateColumn::source;
  painter.setFont(font);
  painter.setPen(theme_[isSource ? Role::text : Role::quietText]);
  const QString text = QFontMetricsF(font).elidedText(index.data(Qt::DisplayRole).toString(),
                                                      isSource ? Qt::ElideRight : Qt::ElideMiddle,
                                                      cell.width() - 2 * kInset);
  painter.drawText(QPointF(cell.left() + kInset, baseOf(cell, font)), text);
}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem& /*option*/,
                                  const QModelIndex& index) const {
  const CandidateColumn column = columnOf(index);
  const int height = isStacked_ ? kStackedHeight : kRowHeight;
  if (column == CandidateColumn::mark) return {static_cast<int>(kMarkCell), height};
  const QString number = index.data(Qt::DisplayRole).toString();
  qreal width = bodyMetrics_.horizontalAdvance(number) + 2 * kInset;
  if (column == CandidateColumn::verdict) width += kIcon + kBetween + 4;
  if (isNumeric(column)) {
    width = std::max(width, numberRoom(column) + 2 * kInset);
    const QString range = index.data(CandidateModel::kRange).toString();
    const qreal rangeWidth = range.isEmpty() ? 0.0 : smallMetrics_.horizontalAdvance(range);
    if (isStacked_) {
      width = std::max(width, rangeWidth + 2 * kInset);
    } else if (!range.isEmpty()) {
      width += kBetween + rangeWidth;
    }
  }
  return {static_cast<int>(std::ceil(width)), height};
}

bool CandidateDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                    const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& index) {
  if (columnOf(index) != CandidateColumn::mark) return false;
  // The whole cell is the box.
  if (event->type() != QEvent::MouseButtonRelease ||
      static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton) {
    return event->type() == QEvent::MouseButtonDblClick;
  }
  const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
  return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace linecheck::ui
