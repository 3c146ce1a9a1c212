#include "canvas/card_from_profile.h"

#include <QCoreApplication>
#include <algorithm>

namespace linecheck::ui {
namespace {

using profiles::Connector;
using profiles::Direction;
using profiles::Kind;
using profiles::Port;
using profiles::Signal;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

bool carries(const Port& port, std::initializer_list<Signal> wanted) {
  return std::any_of(port.signals.begin(), port.signals.end(), [&](Signal signal) {
    return std::find(wanted.begin(), wanted.end(), signal) != wanted.end();
  });
}

bool isAudio(const Port& port) {
  return !carries(port, {Signal::mains, Signal::supply, Signal::trigger});
}

}  // namespace

ConnectorShape connectorShape(Connector connector) {
  switch (connector) {
    case Connector::usbA:
    case Connector::usbB:
    case Connector::usbC:
      return ConnectorShape::usb;
    case Connector::rca:
    case Connector::bnc:
      return ConnectorShape::rca;
    case Connector::jack635Ts:
    case Connector::jack635Trs:
      return ConnectorShape::jack635;
    case Connector::jack35Trs:
    case Connector::jack35Trrs:
      return ConnectorShape::jack35;
    case Connector::pentaconn44:
      return ConnectorShape::jack44;
    case Connector::xlr3:
      return ConnectorShape::xlr;
    case Connector::xlr4:
      return ConnectorShape::xlr4;
    case Connector::comboXlrTrs:
      return ConnectorShape::combo;
    case Connector::toslink:
      return ConnectorShape::optical;
    case Connector::bindingPost:
    case Connector::speakon:
      return ConnectorShape::wire;
    default:
      return ConnectorShape::other;
  }
}

// Hyphens that do not break keep a cable's label readable.
QString connectorText(Connector connector) {
  switch (connector) {
    case Connector::usbA:
      return QStringLiteral("USB\u2011A");
    case Connector::usbB:
      return QStringLiteral("USB\u2011B");
    case Connector::usbC:
      return QStringLiteral("USB\u2011C");
    case Connector::rca:
      return QStringLiteral("RCA");
    case Connector::bnc:
      return QStringLiteral("BNC");
    case Connector::jack635Ts:
      return Text::tr("6.35 mm TS");
    case Connector::jack635Trs:
      return Text::tr("6.35 mm TRS");
    case Connector::jack35Trs:
      return Text::tr("3.5 mm TRS");
    case Connector::jack35Trrs:
      return Text::tr("3.5 mm TRRS");
    case Connector::pentaconn44:
      return Text::tr("4.4 mm");
    case Connector::xlr3:
      return QStringLiteral("XLR");
    case Connector::xlr4:
      return Text::tr("4\u2011pin XLR");
    case Connector::comboXlrTrs:
      return Text::tr("XLR/TRS combo");
    case Connector::toslink:
      return QStringLiteral("Toslink");
    case Connector::bindingPost:
      return Text::tr("binding post");
    case Connector::speakon:
      return QStringLiteral("speakON");
    default:
      return Text::tr("connector");
  }
}

namespace {

Role roleOf(const Port& port) {
  if (carries(port, {Signal::digitalUsb, Signal::digitalSpdif, Signal::digitalAdat,
                     Signal::digitalAes3})) {
    return Role::digital;
  }
  if (carries(port, {Signal::headphone})) return Role::headphone;
  if (carries(port, {Signal::loudspeaker})) return Role::loudspeaker;
  // A microphone input is balanced, whatever else it takes.
  const bool balanced = port.balanced.value_or(carries(port, {Signal::mic}));
  return balanced ? Role::balanced : Role::unbalanced;
}

}  // namespace

QString kindText(Kind kind) {
  switch (kind) {
    case Kind::computer:
      return Text::tr("Computer");
    case Kind::onboardAudio:
      return Text::tr("Onboard audio");
    case Kind::audioInterface:
      return Text::tr("Audio interface");
    case Kind::dac:
      return Text::tr("Converter");
    case Kind::headphoneAmplifier:
      return Text::tr("Headphone amplifier");
    case Kind::powerAmplifier:
      return Text::tr("Power amplifier");
    case Kind::headphones:
      return Text::tr("Headphones");
    case Kind::monitor:
      return Text::tr("Monitor loudspeaker");
    case Kind::loudspeakers:
      return Text::tr("Loudspeakers");
    case Kind::preamplifier:
      return Text::tr("Preamplifier");
    case Kind::phonoStage:
      return Text::tr("Phono stage");
    case Kind::usbIsolator:
      return Text::tr("USB isolator");
    case Kind::transformerIsolator:
      return Text::tr("Line isolator");
    case Kind::pad:
      return Text::tr("Pad");
    case Kind::diBox:
      return Text::tr("DI box");
    case Kind::midiController:
      return Text::tr("MIDI controller");
  }
  return {};
}

namespace {

bool facesComputer(const Port& port, Kind kind) {
  if (kind == Kind::computer) return false;
  // The other side of a USB isolator is a host's socket.
  if (kind == Kind::usbIsolator && port.connector == Connector::usbA) return false;
  if (port.direction == Direction::both) return carries(port, {Signal::digitalUsb});
  return port.direction == Direction::in;
}

}  // namespace

CardView cardFromProfile(const profiles::Profile& profile) {
  CardView card;
  card.id = QString::fromStdString(profile.id);
  // A computer's maker says nothing about the chain.
  if (profile.kind != Kind::computer) card.maker = QString::fromStdString(profile.maker);
  card.model = QString::fromStdString(profile.model);
  card.kind = kindText(profile.kind);
  for (const Port& port : profile.ports) {
    if (!isAudio(port)) continue;
    auto& edge = facesComputer(port, profile.kind) ? card.upstream : card.downstream;
    edge.push_back({QString::fromStdString(port.id), QString::fromStdString(port.name),
                    connectorText(port.connector), connectorShape(port.connector), roleOf(port),
                    false});
  }
  return card;
}

QString carriesText(Role role) {
  switch (role) {
    case Role::digital:
      return Text::tr("digital");
    case Role::headphone:
      return Text::tr("headphone");
    case Role::loudspeaker:
      return Text::tr("loudspeaker");
    case Role::balanced:
      return Text::tr("balanced");
    default:
      return Text::tr("unbalanced");
  }
}

QString cableText(const ConnectorView& from, const ConnectorView& to) {
  const QString plugs =
      from.type == to.type ? from.type : Text::tr("%1 to %2").arg(from.type, to.type);
  return Text::tr("%1, %2").arg(plugs, carriesText(from.carries));
}

}  // namespace linecheck::ui
