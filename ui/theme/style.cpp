#include "theme/style.h"

#include <QAbstractSpinBox>
#include <QComboBox>
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
constexpr int kScrollBar = 11;
constexpr int kLeastHandle = 28;
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

// A field to type into, with an edge that can be seen on any ground.
void drawField(const QStyleOption& option, QPainter& painter) {
  const QPalette& p = option.palette;
  const bool focused = option.state & QStyle::State_HasFocus;
  const qreal width = focused ? 1.5 : 1.0;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(p.color(focused ? QPalette::Highlight : QPalette::Mid), width));
  painter.setBrush(p.color(QPalette::Base));
  const QRectF frame = QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
  painter.drawRoundedRect(frame, space::kRadius, space::kRadius);
  painter.restore();
}

// Where the parts of a scroll bar lie: all of it is groove, and there are no arrows.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
  const bool isFlat = bar.orientation == Qt::Horizontal;
  const int length = isFlat ? bar.rect.width() : bar.rect.height();
  const int range = bar.maximum - bar.minimum;
  const int handle = range <= 0
                         ? length
                         : std::clamp(static_cast<int>(static_cast<qint64>(length) * bar.pageStep /
                                                       (range + bar.pageStep)),
                                      std::min(kLeastHandle, length), length);
  const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                    length - handle, bar.upsideDown);
  const auto stretch = [&](int from, int size) {
    return isFlat ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                  : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
  };
  switch (part) {
    case QStyle::SC_ScrollBarSlider:
      return stretch(start, handle);
    case QStyle::SC_ScrollBarSubPage:
      return stretch(0, start);
    case QStyle::SC_ScrollBarAddPage:
      return stretch(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove:
      return bar.rect;
    default:
      return {};
  }
}

// A slim handle without arrows.
void drawScrollBar(const QStyleOptionSlider& option, const QRect& handle, QPainter& painter) {
  const QPalette& p = option.palette;
  const bool isHeld = option.state & (QStyle::State_Sunken | QStyle::State_MouseOver);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(mixed(p.color(QPalette::Window), p.color(QPalette::Text), isHeld ? 0.4 : 0.22));
  const QRectF bar = QRectF(handle).adjusted(2, 2, -2, -2);
  const qreal radius = std::min(bar.width(), bar.height()) / 2;
  painter.drawRoundedRect(bar, radius, radius);
  painter.restore();
}

// A thin groove, filled up to a round handle.
void drawSlider(const QStyleOptionSlider& option, const QRect& handle, QPainter& painter) {
  constexpr qreal kGroove = 4;
  constexpr qreal kHandle = 14;
  const QPalette& p = option.palette;
  const bool focused =
      (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
  const QPointF at = QRectF(handle).center();
  QRectF groove(option.rect.left() + kHandle / 2, at.y() - kGroove / 2,
                option.rect.width() - kHandle, kGroove);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(mixed(p.color(QPalette::Window), p.color(QPalette::Text), 0.28));
  painter.drawRoundedRect(groove, kGroove / 2, kGroove / 2);
  groove.setRight(at.x());
  painter.setBrush(p.color(QPalette::Highlight));
  painter.drawRoundedRect(groove, kGroove / 2, kGroove / 2);
  painter.setPen(QPen(p.color(focused ? QPalette::Highlight : QPalette::Window), 2));
  painter.setBrush(p.color(QPalette::Text));
  painter.drawEllipse(at, kHandle / 2, kHandle / 2);
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
    case PE_PanelLineEdit:
      // A field inside another control has that one's edge.
      if (widget == nullptr ||
          (qobject_cast<const QComboBox*>(widget->parentWidget()) == nullptr &&
           qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) == nullptr)) {
        drawField(*option, *painter);
      }
      return;
    case PE_IndicatorArrowDown:
      // A button with a menu says so in its text.
      if (widget != nullptr && widget->inherits("QToolButton")) return;
      break;
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
  if (element == CE_HeaderSection) {
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    return;
  }
  if (element == CE_HeaderLabel) {
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
      QStyleOptionHeader quiet = *header;
      quiet.palette.setColor(QPalette::ButtonText,
                             option->palette.color(QPalette::PlaceholderText));
      QProxyStyle::drawControl(element, &quiet, painter, widget);
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
  if (control == CC_ScrollBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
      if (bar->maximum > bar->minimum) {
        drawScrollBar(*bar, subControlRect(control, bar, SC_ScrollBarSlider, widget), *painter);
      }
      return;
    }
  }
  if (control == CC_Slider) {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (slider != nullptr && slider->orientation == Qt::Horizontal) {
      drawSlider(*slider, subControlRect(control, slider, SC_SliderHandle, widget), *painter);
      return;
    }
  }
  if (control == CC_SpinBox) {
    const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (box != nullptr && box->buttonSymbols == QAbstractSpinBox::NoButtons) {
      drawField(*option, *painter);
      return;
    }
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const {
  if (type == CT_PushButton || type == CT_ToolButton) {
    return {contents.width() + 2 * space::kSnug, std::max(contents.height() + 10, kControlHeight)};
  }
  if (type == CT_LineEdit || type == CT_SpinBox) {
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return {size.width(), std::max(size.height(), kControlHeight)};
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
  if (control == CC_ScrollBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
      return scrollBarPart(*bar, part);
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
    case PM_ScrollBarExtent:
      return kScrollBar;
    case PM_HeaderMargin:
      return space::kHair;
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
  if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;  // Their words say enough.
  return QProxyStyle::styleHint(hint, option, widget, returned);
}

}  // namespace linecheck::ui
