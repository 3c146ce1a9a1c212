#include <memory>
#include <string>

#include "chain/edits.h"
#include "cli/chain_edit.h"

namespace linecheck::cli {
namespace {

using chain::Desk;

Result<MadeEdit> remove(const Desk& desk, const std::string& id) {
  const chain::Chain& chain = desk.chain();
  if (chain.device(chain::DeviceId(id)) != nullptr) {
    return made(chain::removeDevice(desk, chain::DeviceId(id)));
  }
  if (chain.cable(chain::CableId(id)) != nullptr) {
    return made(chain::disconnect(desk, chain::CableId(id)));
  }
  if (chain.powerPoint(chain::PowerPointId(id)) != nullptr) {
    return made(chain::removePowerPoint(desk, chain::PowerPointId(id)));
  }
  for (const chain::GroundLead& lead : chain.groundLeads) {
    if (lead.id.text() == id) return made(chain::removeGroundLead(desk, lead.id));
  }
  return made(chain::unplug(desk, chain::PowerLeadId(id)));
}

}  // namespace

void addChainRemove(CLI::App& command, Session& session) {
  struct Remove {
    std::string file, id;
  };
  auto options = std::make_shared<Remove>();
  CLI::App* sub = command.add_subcommand(
      "remove", "Take a device, cable, power point or lead away, with what is plugged into it");
  sub->add_option("FILE", options->file, "The chain file")->required();
  sub->add_option("ID", options->id, "Its id in the file")->required();
  sub->callback([&session, options] {
    session.action = [&session, options] {
      return editFile(session, options->file,
                      [&](const DeskFile&, const Desk& desk) { return remove(desk, options->id); });
    };
  });
}

}  // namespace linecheck::cli
