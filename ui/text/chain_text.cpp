#include "text/chain_text.h"

#include <QCoreApplication>

#include "base/overloaded.h"

namespace linecheck::ui {
namespace {

using chain::EditKind;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

QString patternOf(EditKind kind) {
  switch (kind) {
    case EditKind::addDevice:
    case EditKind::addPower:
      return Text::tr("add %1");
    case EditKind::removeDevice:
    case EditKind::removePower:
      return Text::tr("remove %1");
    case EditKind::changeDevice:
    case EditKind::changePower:
    case EditKind::changeCable:
      return Text::tr("change %1");
    case EditKind::changeSetting:
      return Text::tr("set %1");
    case EditKind::moveCard:
      return Text::tr("move %1");
    case EditKind::connect:
      return Text::tr("connect %1");
    case EditKind::disconnect:
      return Text::tr("disconnect %1");
    case EditKind::changeMains:
      return Text::tr("change the mains");
    case EditKind::rename:
      return Text::tr("rename");
    case EditKind::approve:
      return Text::tr("accept a finding");
    case EditKind::withdrawApproval:
      return Text::tr("take back an acceptance");
  }
  return {};
}

QString number(double value, int decimals, bool isSigned) {
  QString text = QString::number(std::abs(value), 'f', decimals);
  const bool isZero = text.toDouble() == 0.0;
  if (value < 0 && !isZero) return QStringLiteral("\u2212") + text;
  return isSigned && !isZero ? u'+' + text : text;
}

}  // namespace

QString editText(const chain::Edit& edit) {
  QString pattern = patternOf(edit.kind);
  if (!pattern.contains(QStringLiteral("%1"))) return pattern;
  return pattern.arg(QString::fromStdString(edit.subject)).trimmed();
}

QString cableKindText(chain::CableKind kind) {
  switch (kind) {
    case chain::CableKind::analogue:
      return Text::tr("Analogue");
    case chain::CableKind::headphone:
      return Text::tr("Headphone");
    case chain::CableKind::loudspeaker:
      return Text::tr("Loudspeaker");
    case chain::CableKind::usb:
      return QStringLiteral("USB");
    case chain::CableKind::coaxial75:
      return Text::tr("Digital, 75 Ω coaxial");
    case chain::CableKind::twisted110:
      return Text::tr("Digital, 110 Ω twisted pair");
    case chain::CableKind::optical:
      return Text::tr("Optical");
  }
  return {};
}

QString powerKindText(chain::PowerPoint::Kind kind) {
  switch (kind) {
    case chain::PowerPoint::Kind::outlet:
      return Text::tr("Wall outlet");
    case chain::PowerPoint::Kind::strip:
      return Text::tr("Power strip");
    case chain::PowerPoint::Kind::conditioner:
      return Text::tr("Power conditioner");
    case chain::PowerPoint::Kind::ups:
      return Text::tr("UPS");
  }
  return {};
}

QString neighbourText(chain::Neighbour neighbour) {
  switch (neighbour) {
    case chain::Neighbour::graphicsCard:
      return Text::tr("a graphics card");
    case chain::Neighbour::powerCable:
      return Text::tr("a mains cable");
    case chain::Neighbour::plugInSupply:
      return Text::tr("a plug-in supply");
  }
  return {};
}

QString powerPointName(const chain::PowerPoint& point) {
  return point.name.empty() ? powerKindText(point.kind) : QString::fromStdString(point.name);
}

QString deviceName(const chain::Desk& desk, const chain::DeviceId& id) {
  const chain::Device* device = desk.device(id);
  if (device && !device->name.empty()) return QString::fromStdString(device->name);
  // On a desk the model alone tells which is meant.
  const auto* profile = desk.profile(id);
  if (!profile) return QString::fromStdString(id.text());
  // The second of two alike has a number.
  int number = 1;
  for (const chain::Device& other : desk.chain().devices) {
    if (other.id == id) break;
    if (other.name.empty() && other.profile == profile->id) ++number;
  }
  const QString model = QString::fromStdString(profile->model);
  return number == 1 ? model : QStringLiteral("%1 #%2").arg(model).arg(number);
}

QString socketText(const chain::Desk& desk, const chain::Socket& socket) {
  const profiles::Port* port = desk.port(socket);
  QString name = QString::fromStdString(port ? port->name : socket.port);
  if (socket.index && port && port->sockets == 2) {
    name += u' ' + (*socket.index == 0 ? Text::tr("left") : Text::tr("right"));
  } else if (socket.index) {
    name += QStringLiteral(" %1").arg(*socket.index + 1);
  }
  return Text::tr("%1 of %2").arg(name, deviceName(desk, socket.device));
}

QString partText(const chain::Desk& desk, const std::string& part) {
  if (const auto* cable = desk.cable(chain::CableId(part))) {
    return Text::tr("Cable from %1 to %2")
        .arg(socketText(desk, cable->from.socket), socketText(desk, cable->to.socket));
  }
  if (const auto* point = desk.powerPoint(chain::PowerPointId(part))) return powerPointName(*point);
  for (const chain::PowerLead& lead : desk.chain().powerLeads) {
    if (lead.id.text() != part) continue;
    const auto* device = std::get_if<chain::DeviceId>(&lead.to);
    const QString to = device ? deviceName(desk, *device)
                              : partText(desk, std::get<chain::PowerPointId>(lead.to).text());
    return Text::tr("Power lead from %1 to %2").arg(partText(desk, lead.from.text()), to);
  }
  for (const chain::GroundLead& lead : desk.chain().groundLeads) {
    if (lead.id.text() != part) continue;
    return (lead.kind == chain::GroundLead::Kind::antenna ? Text::tr("Antenna lead of %1")
                                                          : Text::tr("Network lead of %1"))
        .arg(deviceName(desk, lead.device));
  }
  return deviceName(desk, chain::DeviceId(part));
}

QString settingText(const chain::Setting& setting) {
  return std::visit(
      Overloaded{
          [](const chain::Position& position) { return QString::fromStdString(position.name); },
          [](Decibels gain) { return number(gain.value(), 1, true) + QStringLiteral("\u2009dB"); },
          [](DecibelsU level) {
            return number(level.value(), 1, true) + QStringLiteral("\u2009dBu");
          },
          [](const chain::Travel& travel) {
            return number(100.0 * travel.fraction, 0, false) + QStringLiteral("\u2009%");
          }},
      setting);
}

QString driveText(chain::LoopDrive drive) {
  switch (drive) {
    case chain::LoopDrive::noEarth:
      return Text::tr("It does not touch the earth, so little drives it.");
    case chain::LoopDrive::sameStrip:
      return Text::tr("It meets the earth at one power strip, which drives it least.");
    case chain::LoopDrive::sameCircuit:
      return Text::tr("It meets the earth at different places of one circuit.");
    case chain::LoopDrive::differentCircuits:
      return Text::tr("It meets the earth on different circuits, which drives it hard.");
    case chain::LoopDrive::outside:
      return Text::tr("It runs through an antenna or network lead, which drives it hardest.");
  }
  return {};
}

}  // namespace linecheck::ui
