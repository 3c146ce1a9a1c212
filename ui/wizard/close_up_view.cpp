#include "wizard/close_up_view.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "canvas/card_from_profile.h"
#include "canvas/control_view.h"
#include "canvas/desk_view.h"
#include "text/chain_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using profiles::Connector;
using setup::ItemKind;

class Text {
  Q_DECLARE_TR_FUNCTIONS(CloseUp)
};

CableCloseUp::End endOf(const chain::Desk& desk, const chain::CableEnd& end) {
  CableCloseUp::End view;
  view.device = deviceName(desk, end.socket.device);
  view.socket = QString::fromStdString(end.socket.port);
  Connector plug = end.plug.value_or(Connector::unknown);
  if (const auto* port = desk.port(end.socket)) {
    view.socket = QString::fromStdString(port->name);
    view.shape = connectorShape(port->connector);
    if (!end.plug) plug = port->connector;
  }
  view.plug = plug == Connector::unknown ? Text::tr("plug unknown") : connectorText(plug);
  for (const chain::Adapter& adapter : end.adapters) {
    view.adapters
        << Text::tr("%1 to %2").arg(connectorText(adapter.from), connectorText(adapter.to));
  }
  return view;
}

CloseUpView cableOf(const chain::Desk& desk, const setup::StepState& step,
                    const setup::ItemState& item) {
  if (item.item.where.empty()) return {};
  const auto* cable = desk.cable(chain::CableId(item.item.where.front().part));
  if (cable == nullptr) return {};
  CableCloseUp view;
  view.from = endOf(desk, cable->from);
  view.to = endOf(desk, cable->to);
  view.carries = cableRole(desk, *cable);
  view.about = carriesText(view.carries);
  if (cable->length) {
    view.about = Text::tr("%1, %2\u202fm")
                     .arg(view.about, QLocale().toString(cable->length->value(), 'g', 3));
  }
  int number = 0, count = 0;
  for (const setup::ItemState& one : step.items) {
    if (one.item.kind != ItemKind::cable) continue;
    ++count;
    if (one.item.id == item.item.id) number = count;
  }
  if (number > 0) view.number = Text::tr("Cable %1 of %2").arg(number).arg(count);
  return view;
}

CloseUpView orderOf(const chain::Desk& desk, const setup::StepState& step,
                    const setup::ItemState& item) {
  OrderCloseUp view;
  for (const setup::ItemState& one : step.items) {
    if (one.item.kind != ItemKind::switchOn || one.item.where.empty()) continue;
    view.stops.push_back({deviceName(desk, chain::DeviceId(one.item.where.front().part)),
                          one.state == setup::State::done, one.item.id == item.item.id});
  }
  if (item.item.kind == ItemKind::switchOff) {
    std::reverse(view.stops.begin(), view.stops.end());
    for (auto& stop : view.stops) stop.isDone = false;
  }
  return view;
}

std::optional<ControlView> controlOf(const chain::Desk& desk, const chain::Place& place) {
  for (ControlView& view : controlsOf(desk, chain::DeviceId(place.part))) {
    if (view.id == QString::fromStdString(place.detail)) return std::move(view);
  }
  return std::nullopt;
}

CloseUpView controlCloseUp(const chain::Desk& desk, const setup::Target& target) {
  const auto control = controlOf(desk, target.control);
  if (const auto* position = std::get_if<chain::Position>(&target.setting); control && position) {
    const int wanted =
        static_cast<int>(std::find(control->positions.begin(), control->positions.end(),
                                   QString::fromStdString(position->name)) -
                         control->positions.begin());
    if (wanted == static_cast<int>(control->positions.size())) return {};
    return SwitchCloseUp{*control, wanted};
  }
  DialCloseUp dial;
  dial.wanted = settingText(target.setting);
  if (control) dial.stands = control->travel;
  const auto stands = desk.setting(chain::DeviceId(target.control.part), target.control.detail);
  if (stands && *stands != target.setting) dial.now = settingText(*stands);
  const auto* profile = desk.profile(chain::DeviceId(target.control.part));
  const auto* known = profile != nullptr ? profile->control(target.control.detail) : nullptr;
  const auto scale = known != nullptr ? knobScale(*known) : std::optional(KnobScale{});
  const auto value = scale ? scale->valueOf(target.setting) : std::nullopt;
  if (!value || scale->most <= scale->least) return {};
  dial.least = dial.most =
      std::clamp((*value - scale->least) / (scale->most - scale->least), 0.0, 1.0);
  return dial;
}

CloseUpView knobOf(const chain::Desk& desk, const setup::Item& item) {
  const auto low = item.travel.low() ? item.travel.low() : item.travel.nominal();
  const auto high = item.travel.high() ? item.travel.high() : item.travel.nominal();
  if (!low || !high || item.where.empty()) return {};
  DialCloseUp dial;
  dial.least = low->fraction;
  dial.most = high->fraction;
  dial.wanted = percentReading(low->fraction).text();
  if (dial.most - dial.least >= 0.01) {
    dial.wanted =
        Text::tr("%1 to %2")
            .arg(percentReading(low->fraction).text(), percentReading(high->fraction).text());
  }
  if (const auto control = controlOf(desk, item.where.front())) dial.stands = control->travel;
  return dial;
}

// What the system says is newer than what the desk was told.
CloseUpView sliderOf(const chain::Desk& desk, const setup::ItemState& item,
                     const setup::Readings& readings) {
  if (!item.item.target) return {};
  CloseUpView view = controlCloseUp(desk, *item.item.target);
  auto* dial = std::get_if<DialCloseUp>(&view);
  if (dial == nullptr) return view;
  dial->isSlider = true;
  const auto& system = readings.system;
  if (!system || !system->reading.volume) return view;
  dial->stands = std::clamp(*system->reading.volume, 0.0, 1.0);
  dial->now = item.state == setup::State::wrong ? percentReading(*system->reading.volume).text()
                                                : QString();
  return view;
}

CloseUpView adapterOf(const chain::Desk& desk, const setup::ItemState& item) {
  const chain::DeviceId device(item.item.where.empty() ? "" : item.item.where.front().part);
  const auto* profile = desk.profile(device);
  if (profile == nullptr || !profile->power || !profile->power->adapter) return {};
  AdapterCloseUp view;
  view.isAc = profile->power->adapter->current == profiles::CurrentKind::ac;
  if (item.state != setup::State::wrong) return view;
  for (const chain::PowerLead* lead : desk.feeds(device)) {
    if (!lead->adapter) continue;
    QStringList words;
    if (lead->adapter->voltage) {
      words << QStringLiteral("%1\u202fV").arg(lead->adapter->voltage->value());
    }
    view.isUsedAc = lead->adapter->current == profiles::CurrentKind::ac;
    if (lead->adapter->current) {
      words << (view.isUsedAc ? QStringLiteral("AC") : QStringLiteral("DC"));
    }
    view.inUse = words.join(u' ');
  }
  return view;
}

}  // namespace

CloseUpView closeUpOf(const chain::Desk& desk, const setup::StepState& step,
                      const setup::ItemState& item, const setup::Readings& readings) {
  switch (item.item.kind) {
    case ItemKind::cable:
    case ItemKind::headphoneOutput:
      return cableOf(desk, step, item);
    case ItemKind::switchOn:
    case ItemKind::switchOff:
      return orderOf(desk, step, item);
    case ItemKind::knob:
      return knobOf(desk, item.item);
    case ItemKind::supply:
      return adapterOf(desk, item);
    case ItemKind::systemVolume:
      return sliderOf(desk, item, readings);
    case ItemKind::volumeDown:
      if (item.item.where.empty()) return {};
      return controlCloseUp(desk, {item.item.where.front(), chain::Travel{0.0}});
    default:
      return item.item.target ? controlCloseUp(desk, *item.item.target) : CloseUpView();
  }
}

QString closeUpText(const CloseUpView& view) {
  const auto endText = [](const CableCloseUp::End& end) {
    return Text::tr("%1 of %2, plug %3").arg(end.socket, end.device, end.plug);
  };
  if (const auto* cable = std::get_if<CableCloseUp>(&view)) {
    return Text::tr("%1: from %2 to %3; %4")
        .arg(cable->number, endText(cable->from), endText(cable->to), cable->about);
  }
  if (const auto* order = std::get_if<OrderCloseUp>(&view)) {
    QStringList names;
    for (const auto& stop : order->stops) names << stop.name;
    return Text::tr("In this order: %1").arg(names.join(QStringLiteral(", ")));
  }
  if (const auto* control = std::get_if<SwitchCloseUp>(&view)) {
    return Text::tr("%1 at %2")
        .arg(control->control.label,
             control->control.positions[static_cast<std::size_t>(control->wanted)]);
  }
  if (const auto* dial = std::get_if<DialCloseUp>(&view))
    return Text::tr("At %1").arg(dial->wanted);
  if (const auto* adapter = std::get_if<AdapterCloseUp>(&view)) {
    return adapter->isAc ? Text::tr("alternating current") : Text::tr("direct current");
  }
  return {};
}

}  // namespace linecheck::ui
