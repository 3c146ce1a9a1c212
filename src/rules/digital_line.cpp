#include "rules/digital_line.h"

#include <algorithm>

namespace linecheck::rules {

using profiles::Connector;
using profiles::Port;
using profiles::Signal;

std::optional<DigitalLine> digitalLineOf(const Port& port) {
  const auto has = [&](Signal signal) {
    return std::count(port.signals.begin(), port.signals.end(), signal) > 0;
  };
  const bool isCoaxial = port.connector == Connector::rca || port.connector == Connector::bnc;
  if (has(Signal::digitalUsb)) return DigitalLine::usb;
  if (port.connector == Connector::toslink) return DigitalLine::optical;
  if (has(Signal::digitalAes3) && port.connector == Connector::xlr3) return DigitalLine::aes3;
  if (has(Signal::digitalAes3) && isCoaxial) return DigitalLine::aes3Coax;
  if (has(Signal::digitalSpdif) && isCoaxial) return DigitalLine::spdif;
  return std::nullopt;
}

std::optional<DigitalLine> digitalLineOf(const chain::Desk& desk, const chain::Cable& cable) {
  std::optional<DigitalLine> line;
  for (const chain::CableEnd* end : {&cable.from, &cable.to}) {
    const Port* port = desk.port(end->socket);
    const auto told = port ? digitalLineOf(*port) : std::nullopt;
    if (line && told && line != told) return std::nullopt;
    if (told) line = told;
  }
  return line;
}

std::optional<Ohms> lineImpedance(DigitalLine line) {
  switch (line) {
    case DigitalLine::spdif:
    case DigitalLine::aes3Coax:
      return Ohms::of(75.0);
    case DigitalLine::aes3:
      return Ohms::of(110.0);
    case DigitalLine::usb:
    case DigitalLine::optical:
      break;
  }
  return std::nullopt;
}

std::optional<Ohms> lineImpedance(chain::CableKind kind) {
  if (kind == chain::CableKind::coaxial75) return Ohms::of(75.0);
  if (kind == chain::CableKind::twisted110) return Ohms::of(110.0);
  return std::nullopt;
}

}  // namespace linecheck::rules
