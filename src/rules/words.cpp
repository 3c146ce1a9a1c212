#include "rules/words.h"

#include "base/number_text.h"

namespace linecheck::rules {

using profiles::Connector;

std::string_view connectorName(Connector connector) {
  switch (connector) {
    case Connector::unknown:
      break;
    case Connector::jack35Trs:
      return "3.5 mm TRS";
    case Connector::jack35Trrs:
      return "3.5 mm TRRS";
    case Connector::jack635Ts:
      return "6.35 mm TS";
    case Connector::jack635Trs:
      return "6.35 mm TRS";
    case Connector::rca:
      return "RCA";
    case Connector::xlr3:
      return "XLR";
    case Connector::xlr4:
      return "4-pin XLR";
    case Connector::pentaconn44:
      return "4.4 mm";
    case Connector::comboXlrTrs:
      return "XLR/TRS combo";
    case Connector::usbA:
      return "USB-A";
    case Connector::usbB:
      return "USB-B";
    case Connector::usbC:
      return "USB-C";
    case Connector::toslink:
      return "TOSLINK";
    case Connector::bnc:
      return "BNC";
    case Connector::bindingPost:
      return "binding post";
    case Connector::speakon:
      return "Speakon";
    case Connector::iecC5:
      return "IEC C5";
    case Connector::iecC7:
      return "IEC C7";
    case Connector::iecC13:
      return "IEC C13";
    case Connector::barrel:
      return "barrel";
  }
  return "unknown";
}

std::string portName(const chain::Desk& desk, const chain::Socket& socket) {
  const profiles::Port* port = desk.port(socket);
  return port && !port->name.empty() ? port->name : socket.port;
}

chain::Arguments cableArguments(const chain::Desk& desk, const chain::Cable& cable) {
  return {{"from", desk.name(cable.from.socket.device)},
          {"to", desk.name(cable.to.socket.device)},
          {"output", portName(desk, cable.from.socket)},
          {"input", portName(desk, cable.to.socket)}};
}

std::string decibelsText(const Interval<Decibels>& value) {
  if (!value.low || !value.high) return numberText(value.nominal.value(), 1, "dB");
  return numberText(value.low->value(), 1) + "–" + numberText(value.high->value(), 1, "dB");
}

}  // namespace linecheck::rules
