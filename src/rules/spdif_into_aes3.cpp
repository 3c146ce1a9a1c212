#include <array>

#include "rules/digital_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Place;
using profiles::Direction;
using profiles::Port;

constexpr std::array kFindings{
    Text{"spdif-joined-to-aes3",
         "{output} of {from} and {input} of {to} carry the same data, but one line is balanced "
         "with 110 Ω and the other unbalanced with 75 Ω. Without a transformer between them it may "
         "drop out or not play."},
};
constexpr std::array kFixes{
    Text{"use-digital-transformer",
         "Put a transformer for digital audio, 75 to 110 Ω, between "
         "{from} and {to}. A plain plug adapter is not enough."},
};

bool needTransformer(DigitalLine a, DigitalLine b) {
  const auto isCoaxial = [](DigitalLine line) {
    return line == DigitalLine::spdif || line == DigitalLine::aes3Coax;
  };
  return (a == DigitalLine::aes3 && isCoaxial(b)) || (b == DigitalLine::aes3 && isCoaxial(a));
}

/// A free input of the same device that takes what the source sends.
const Port* fittingInput(const Desk& desk, const chain::DeviceId& device, DigitalLine line) {
  const profiles::Profile* profile = desk.profile(device);
  if (!profile) return nullptr;
  for (const Port& port : profile->ports) {
    if (port.direction != Direction::out && digitalLineOf(port) == line &&
        desk.attached(device, port.id).empty()) {
      return &port;
    }
  }
  return nullptr;
}

void checkCables(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const Port* output = desk.port(cable.from.socket);
    const Port* input = desk.port(cable.to.socket);
    if (!output || !input) continue;
    const auto from = digitalLineOf(*output);
    const auto to = digitalLineOf(*input);
    if (!from || !to || !needTransformer(*from, *to)) continue;
    Finding finding{"spdif-joined-to-aes3",
                    Severity::bad,
                    {Place(cable.id), Place(cable.from.socket.device, output->id),
                     Place(cable.to.socket.device, input->id)},
                    cableArguments(desk, cable)};
    if (const Port* other = fittingInput(desk, cable.to.socket.device, *from)) {
      finding.fixes.push_back({"use-other-socket",
                               {Place(cable.to.socket.device, other->id)},
                               Cost::free,
                               {{"device", finding.arguments["to"]}, {"port", other->name}}});
    }
    finding.fixes.push_back(
        {"use-digital-transformer", {Place(cable.id)}, Cost::purchase, finding.arguments});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule spdifIntoAes3() {
  return {"spdif-into-aes3", checkCables, kFindings, kFixes};
}

}  // namespace linecheck::rules
