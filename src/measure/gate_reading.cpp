#include "measure/gate.h"

namespace linecheck::measure {

PathReport readGate(const Capture& /*capture*/, const Sequence& /*sequence*/,
                    const GateOptions& /*options*/) {
  return {};
}

}  // namespace linecheck::measure
