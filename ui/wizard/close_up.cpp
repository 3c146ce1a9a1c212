#include "wizard/close_up.h"

#include <QPainter>
#include <type_traits>
#include <utility>
#include <variant>

#include "wizard/close_up_painting.h"

namespace linecheck::ui {

CloseUp::CloseUp(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Close-up"));
}

void CloseUp::show(CloseUpView view) {
  view_ = std::move(view);
  setAccessibleDescription(closeUpText(view_));
  updateGeometry();
  update();
}

bool CloseUp::isEmpty() const {
  return std::holds_alternative<std::monostate>(view_);
}

QSize CloseUp::sizeHint() const {
  return {320, closeup::heightOf(view_)};
}

QSize CloseUp::minimumSizeHint() const {
  return {260, closeup::heightOf(view_)};
}

void CloseUp::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF room = QRectF(rect()).adjusted(space::kNormal, 0, -space::kNormal, 0);
  std::visit(
      [&](const auto& view) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(view)>, std::monostate>) {
          closeup::draw(painter, theme_.palette(), room, view);
        }
      },
      view_);
}

}  // namespace linecheck::ui
