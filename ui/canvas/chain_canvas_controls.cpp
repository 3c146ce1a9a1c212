// Switches and knobs, worked on their card.
#include <QMenu>
#include <cmath>

#include "canvas/chain_canvas.h"

namespace linecheck::ui {
namespace {

constexpr qreal kFullTurn = 160.0;  // Pixels from one stop of a knob to the other.

}  // namespace

void ChainCanvas::operate(const CardItem& item, std::size_t index, QPointF at, QPoint screen) {
  const chain::DeviceId device(item.part());
  const ControlView& control = item.view().controls[index];
  const std::string id = control.id.toStdString();
  if (!control.positions.empty()) {
    const auto faces = card::positionFaces(item.view(), index);
    if (faces.empty()) {
      choosePosition(device, id, screen);
      return;
    }
    for (std::size_t i = 0; i < faces.size(); ++i) {
      if (faces[i].contains(at - item.pos()) && control.stands != static_cast<int>(i)) {
        setPosition(device, id, control.positions[i].toStdString());
        return;
      }
    }
    return;
  }
  const auto* profile = document_.desk().profile(device);
  const auto* known = profile ? profile->control(id) : nullptr;
  const auto scale = known ? knobScale(*known) : std::nullopt;
  if (!scale) {
    Q_EMIT detailsWanted();
    return;
  }
  const auto setting = document_.desk().setting(device, id);
  const auto value = setting ? scale->valueOf(*setting) : std::nullopt;
  deed_ = Turn{device, id, *scale, value.value_or(scale->least), at};
  setCursor(Qt::SizeVerCursor);
}

void ChainCanvas::turn(Turn& knob, QPointF at) {
  const qreal up = (knob.start.y() - at.y()) * transform().m11();
  if (!knob.hasMoved && std::abs(up) < 3) return;
  knob.hasMoved = true;
  const double wanted = knob.from + up / kFullTurn * (knob.scale.most - knob.scale.least);
  const double stepped = std::round(wanted / knob.scale.step) * knob.scale.step;
  const chain::Setting setting = knob.scale.at(stepped);
  if (document_.desk().setting(knob.device, knob.control) == setting) return;
  document_.applyMerged(chain::changeSetting(document_.desk(), knob.device, knob.control, setting));
}

void ChainCanvas::choosePosition(const chain::DeviceId& device, const std::string& control,
                                 QPoint screen) {
  const auto* profile = document_.desk().profile(device);
  const auto* known = profile ? profile->control(control) : nullptr;
  if (!known) return;
  const auto stands = document_.desk().setting(device, control);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const QString& text, const std::optional<std::string>& position) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(position ? stands == chain::Setting(chain::Position{*position}) : !stands);
    connect(action, &QAction::triggered, this,
            [this, device, control, position] { setPosition(device, control, position); });
  };
  for (const std::string& name : positionsOf(*known)) add(QString::fromStdString(name), name);
  menu->addSeparator();
  add(tr("Not told"), std::nullopt);
  menu->popup(screen);
}

void ChainCanvas::setPosition(const chain::DeviceId& device, const std::string& control,
                              const std::optional<std::string>& position) {
  document_.apply(chain::changeSetting(
      document_.desk(), device, control,
      position ? std::optional<chain::Setting>(chain::Position{*position}) : std::nullopt));
}

}  // namespace linecheck::ui
