#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chain/edits.h"
#include "chain/vocabulary.h"
#include "cli/chain_edit.h"
#include "cli/socket_text.h"

namespace linecheck::cli {
namespace {

using chain::Desk;

struct Connect {
  std::string file;
  std::string from;
  std::string to;
  std::optional<chain::CableKind> kind;
  std::optional<double> length;
  bool isBalanced = false;
  bool isUnbalanced = false;
  bool isStarQuad = false;
  std::vector<std::string> beside;
  std::optional<profiles::Connector> fromPlug;
  std::optional<profiles::Connector> toPlug;
  chain::AdapterInUse adapter;
  std::optional<double> adapterVolts;
  bool isOriginalAdapter = false;
};

Result<MadeEdit> feed(const Desk& desk, const Connect& options) {
  chain::PowerLead lead;
  lead.from = chain::PowerPointId(options.from);
  if (desk.powerPoint(chain::PowerPointId(options.to)) != nullptr) {
    lead.to = chain::PowerPointId(options.to);
  } else {
    lead.to = chain::DeviceId(options.to);
  }
  chain::AdapterInUse adapter = options.adapter;
  if (options.adapterVolts) adapter.voltage = Volts::of(*options.adapterVolts);
  if (options.isOriginalAdapter) adapter.isOriginal = true;
  if (adapter != chain::AdapterInUse{}) lead.adapter = adapter;
  return madeNew<chain::PowerLead>(chain::feed(desk, std::move(lead)));
}

Result<MadeEdit> connect(const Desk& desk, const Connect& options) {
  if (desk.powerPoint(chain::PowerPointId(options.from)) != nullptr) return feed(desk, options);
  const auto sockets = parseSockets(desk, options.from, options.to);
  if (!sockets) return fail(sockets.error());
  chain::Cable cable;
  cable.kind = options.kind ? *options.kind : usualCable(desk, *sockets);
  cable.from.socket = sockets->from;
  cable.from.plug = options.fromPlug;
  cable.to.socket = sockets->to;
  cable.to.plug = options.toPlug;
  if (options.isBalanced || options.isUnbalanced) cable.isBalanced = options.isBalanced;
  cable.isStarQuad = options.isStarQuad;
  if (options.length) cable.length = Metres::of(*options.length);
  const auto neighbours = meanings(chain::kNeighbours);
  for (const std::string& word : options.beside) cable.beside.insert(neighbours.at(word));
  return madeNew<chain::Cable>(chain::connect(desk, std::move(cable)));
}

}  // namespace

void addChainConnect(CLI::App& command, Session& session) {
  auto options = std::make_shared<Connect>();
  CLI::App* sub = command.add_subcommand(
      "connect", "Plug a cable in, from an output to an input, or feed a device with power");
  sub->add_option("FILE", options->file, "The chain file")->required();
  sub->add_option("FROM", options->from,
                  "device:port, with /0 or /1 for one of its sockets; or a power point")
      ->required();
  sub->add_option("TO", options->to,
                  "device:port; the port may be left out where there is only one that fits")
      ->required();
  addWord(*sub, "--kind", options->kind, chain::kCableKinds,
          "The cable; else the one that such sockets usually take");
  sub->add_option("--length", options->length, "In metres")->check(CLI::Range(0.01, 1000.0));
  CLI::Option* balanced =
      sub->add_flag("--balanced", options->isBalanced, "It has two cores inside its shield");
  sub->add_flag("--unbalanced", options->isUnbalanced, "It has one")->excludes(balanced);
  sub->add_flag("--star-quad", options->isStarQuad, "It has four, crosswise");
  sub->add_option("--beside", options->beside, "What it lies close to")
      ->check(CLI::IsMember(meanings(chain::kNeighbours)));
  addWord(*sub, "--from-plug", options->fromPlug, profiles::kConnectors,
          "The cable's plug there, if it is not the one that fits");
  addWord(*sub, "--to-plug", options->toPlug, profiles::kConnectors, "The same at the other end");
  addWord(*sub, "--adapter", options->adapter.current, profiles::kCurrents,
          "Of a mains adapter: what its label says");
  sub->add_option("--adapter-voltage", options->adapterVolts, "The voltage on its label")
      ->check(CLI::Range(1.0, 250.0));
  sub->add_flag("--original-adapter", options->isOriginalAdapter, "It came with the device");
  sub->callback([&session, options] {
    session.action = [&session, options] {
      return editFile(session, options->file,
                      [&](const DeskFile&, const Desk& desk) { return connect(desk, *options); });
    };
  });
}

}  // namespace linecheck::cli
