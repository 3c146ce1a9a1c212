#include "theme/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>
#include <algorithm>

#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kControlHeight = 30;
constexpr int kChoiceInset = 10;
constexpr int kArrowWidth = 26;
constexpr int kMenuMargins = 64;  // Check mark, gaps.

bool isPrimary(const QWidget* widget) {
  return widget != nullptr && widget->property(Style::kPrimary).toBool();
}

// The panel of a button or a choice box: quiet until the pointer or the focus is on it.
void drawPanel(const QStyleOption& option, QPainter& painter, bool primary) {
  const QPalette& p = option.palette;
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
  const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
  QColor fill = primary && enabled ? p.color(QPalette::Highlight) : p.color(QPalette::Button);
  const QColor ink = primary ? p.color(QPalette::HighlightedText) : p.color(QPalette::ButtonText);
  if (pressed) {
    fill = mixed(fill, ink, 0.16);
  } else if (hovered) {
    fill = mixed(fill, ink, 0.08);
  }
  const bool focused =
      (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
  QColor edge = p.color(QPalette::Mid);
  if (option.state & QStyle::State_On) edge = p.color(QPalette::Highlight);
  if (primary && enabled) edge = fill;
  if (focused) edge = primary ? p.color(QPalette::ButtonText) : p.color(QPalette::Highlight);
  const qreal width = focused ? 2.0 : 1.0;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(edge, width));
  painter.setBrush(fill);
  const QRectF frame = QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
  painter.drawRoundedRect(frame, space::kRadius, space::kRadius);
  painter.restore();
}

void drawChevron(QPainter& painter, const QRectF& box, const QColor& colour) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  const QPointF c = box.center();
  QPainterPath path(c + QPointF(-3.5, -1.75));
  path.lineTo(c + QPointF(0, 1.75));
  path.lineTo(c + QPointF(3.5, -1.75));
  painter.drawPath(path);
  painter.restore();
}

// A check box or a radio button: its outline can be seen on any ground, its mark is the accent.
void drawIndicator(const QStyleOption& option, QPainter& painter, bool round) {
  const QPalette& p = option.palette;
  const bool isOn = option.state & QStyle::State_On;
  const bool focused =
      (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
  const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor edge =
      isOn || focused ? p.color(QPalette::Highlight) : p.color(QPalette::PlaceholderText);
  painter.setPen(QPen(edge, focused ? 2.0 : 1.2));
  painter.setBrush(isOn && !round ? p.color(QPalette::Highlight) : p.color(QPalette::Base));
  if (round) {
    painter.drawEllipse(box);
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.color(QPalette::Highlight));
    const qreal inset = box.width() * 0.25;
    if (isOn) painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
  } else {
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(
        QPen(p.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    const qreal r = box.width() / 2;
    if (isOn) {
      painter.drawPolyline(QPolygonF{c + QPointF(-0.5 * r, 0.05 * r),
                                     c + QPointF(-0.12 * r, 0.45 * r),
                                     c + QPointF(0.55 * r, -0.4 * r)});
    }
  }
  painter.restore();
}

}  // namespace

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
      drawPanel(*option, *painter, isPrimary(widget));
      return;
    case PE_IndicatorCheckBox:
      drawIndicator(*option, *painter, false);
      return;
    case PE_IndicatorRadioButton:
      drawIndicator(*option, *painter, true);
      return;
    case PE_FrameFocusRect:
      // Buttons and choice boxes show the focus on their edge.
      if (widget != nullptr &&
          (widget->inherits("QAbstractButton") || widget->inherits("QComboBox"))) {
        return;
      }
      break;
    default:
      break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  if (element == CE_PushButtonLabel && isPrimary(widget) && (option->state & State_Enabled)) {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
      QStyleOptionButton onAccent = *button;
      onAccent.palette.setColor(QPalette::ButtonText,
                                option->palette.color(QPalette::HighlightedText));
      QProxyStyle::drawControl(element, &onAccent, painter, widget);
      return;
    }
  }
  if (element == CE_ComboBoxLabel) {
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
      const QRect room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
      const QString text =
          box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room.width());
      drawItemText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, box->palette,
                   box->state & State_Enabled, text, QPalette::ButtonText);
      return;
    }
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
  if (control == CC_ComboBox) {
    drawPanel(*option, *painter, false);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(*painter, arrow, option->palette.color(QPalette::PlaceholderText));
    return;
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const {
  if (type == CT_PushButton || type == CT_ToolButton) {
    return {contents.width() + 2 * space::kSnug, std::max(contents.height() + 10, kControlHeight)};
  }
  if (type == CT_ComboBox) {
    return {contents.width() + kChoiceInset + kArrowWidth + 2 * space::kHair,
            std::max(contents.height() + 10, kControlHeight)};
  }
  const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
  if (type == CT_ItemViewItem) return {size.width(), size.height() + space::kTight};
  if (type == CT_MenuItem) {
    // Fusion counts what stands in the column of keys twice, which matters for a whole sentence.
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (item != nullptr && item->text.contains(u'\t')) {
      const int name = item->fontMetrics.horizontalAdvance(item->text.section(u'\t', 0, 0));
      return {name + kMenuMargins, size.height()};
    }
  }
  return size;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const {
  if (control == CC_ComboBox) {
    if (part == SC_ComboBoxArrow) {
      return visualRect(option->direction, option->rect,
                        {option->rect.right() - kArrowWidth, option->rect.top(), kArrowWidth,
                         option->rect.height()});
    }
    if (part == SC_ComboBoxEditField) {
      return visualRect(option->direction, option->rect,
                        option->rect.adjusted(kChoiceInset, 0, -kArrowWidth, 0));
    }
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
  switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
      return 0;
    case PM_ToolTipLabelFrameWidth:
      return space::kTight;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
  // A list under the box, like a menu of devices, not one laid over it.
  if (hint == SH_ComboBox_Popup) return 0;
  return QProxyStyle::styleHint(hint, option, widget, returned);
}

}  // namespace linecheck::ui
