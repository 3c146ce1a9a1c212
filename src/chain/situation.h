#pragma once

#include <map>
#include <set>

#include "chain/chain.h"
#include "chain/place.h"

namespace linecheck::chain {

/// Where the dummy plug of Whitlock's test is, for one cable from A to B. A dummy shorts the
/// signal contacts of the input behind it to its ground through a resistor and passes the shield
/// on.
enum class DummyPlug {
  inReceiver,        ///< In B; the cable hangs free.
  betweenCableAndB,  ///< In B, the cable plugged into it: only the shield arrives.
  onLooseEnd,        ///< The cable is in B, its other end is in the dummy, which touches nothing.
  betweenCableAndA,  ///< The same, the dummy plugged into A: A's signal does not arrive, its ground
                     ///< does.
};

/// How a desk stands for the length of a test: plugs pulled, feeds moved, switches thrown. The
/// chain is what is plugged and set; here is beside it what a chain does not describe.
struct Situation {
  Chain chain;
  std::map<CableId, DummyPlug> dummies;
  std::set<DeviceId> switchedOff;  ///< Still plugged in.
  std::set<DeviceId> muted;        ///< Their outputs give nothing of what they play.
  std::set<DeviceId> volumeDown;   ///< Volume at its minimum.
  std::set<CableId> movedAway;     ///< From supplies, transformers and mains cables.
  std::set<CableId> isolated;      ///< An isolator is borrowed into this cable.
  std::set<CableId> otherUsbPort;  ///< Plugged into another socket of the computer.
  std::set<DeviceId> busy;         ///< Computers whose graphics card works hard.
  bool arePhonesAway = false;
  bool areDimmersOff = false;  ///< And chargers and lamps on the same circuit.

  bool operator==(const Situation&) const = default;
};

}  // namespace linecheck::chain
