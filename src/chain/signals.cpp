#include "chain/signals.h"

#include <algorithm>

namespace linecheck::chain {

using profiles::Port;
using profiles::Signal;

SignalClass signalClass(const Port& port) {
  if (port.signals.empty()) return SignalClass::other;
  switch (port.signals.front()) {
    case Signal::line:
    case Signal::mic:
    case Signal::instrument:
      return SignalClass::line;
    case Signal::headphone:
      return SignalClass::headphone;
    case Signal::loudspeaker:
      return SignalClass::loudspeaker;
    case Signal::digitalUsb:
    case Signal::digitalSpdif:
    case Signal::digitalAdat:
    case Signal::digitalAes3:
      return SignalClass::digital;
    case Signal::mains:
    case Signal::supply:
      return SignalClass::power;
    case Signal::trigger:
      break;
  }
  return SignalClass::other;
}

bool isFromHost(const Port& port) {
  return std::count(port.signals.begin(), port.signals.end(), Signal::digitalUsb) > 0;
}

bool isAnalogue(const Port& port) {
  switch (signalClass(port)) {
    case SignalClass::line:
    case SignalClass::headphone:
    case SignalClass::loudspeaker:
      return true;
    case SignalClass::digital:
    case SignalClass::power:
    case SignalClass::other:
      return false;
  }
  return false;
}

bool carriesAudio(const Port& port) {
  return isAnalogue(port) || signalClass(port) == SignalClass::digital;
}

}  // namespace linecheck::chain
