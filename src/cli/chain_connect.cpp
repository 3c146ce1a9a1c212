#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "chain/edits.h"
#include "chain/vocabulary.h"
#include "cli/chain_edit.h"
#include "cli/socket_text.h"

namespace linecheck::cli {
namespace {

using chain::Desk;

/// One end of a cable, as its options tell it.
struct End {
  std::optional<profiles::Connector> plug;
  std::vector<std::string> adapters;  // "rca:xlr-3:floating", from the cable outwards.
};

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
  End fromEnd;
  End toEnd;
  chain::AdapterInUse supply;
  std::optional<double> supplyVolts;
  bool isOriginalSupply = false;
};

Result<chain::Adapter> parseAdapter(const std::string& text) {
  static const auto kConnectors = meanings(profiles::kConnectors);
  static const auto kPin3s = meanings(chain::kPin3s);
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, ':');) words.push_back(word);
  const bool fits = (words.size() == 2 || (words.size() == 3 && kPin3s.contains(words[2]))) &&
                    kConnectors.contains(words[0]) && kConnectors.contains(words[1]);
  if (!fits) {
    return fail(ErrorCode::usage,
                "An adapter is written plug:plug, such as rca:xlr-3, and of one to XLR also what "
                "pin 3 does: rca:xlr-3:joined-to-ground or rca:xlr-3:floating.",
                text);
  }
  chain::Adapter adapter{kConnectors.at(words[0]), kConnectors.at(words[1])};
  if (words.size() == 3) adapter.pin3 = kPin3s.at(words[2]);
  return adapter;
}

Result<void> fill(chain::CableEnd& end, const End& told) {
  end.plug = told.plug;
  for (const std::string& text : told.adapters) {
    const auto adapter = parseAdapter(text);
    if (!adapter) return fail(adapter.error());
    end.adapters.push_back(*adapter);
  }
  return {};
}

Result<MadeEdit> feed(const Desk& desk, const Connect& options) {
  chain::PowerLead lead;
  lead.from = chain::PowerPointId(options.from);
  if (desk.powerPoint(chain::PowerPointId(options.to)) != nullptr) {
    lead.to = chain::PowerPointId(options.to);
  } else {
    lead.to = chain::DeviceId(options.to);
  }
  chain::AdapterInUse supply = options.supply;
  if (options.supplyVolts) supply.voltage = Volts::of(*options.supplyVolts);
  if (options.isOriginalSupply) supply.isOriginal = true;
  if (supply != chain::AdapterInUse{}) lead.adapter = supply;
  return madeNew<chain::PowerLead>(chain::feed(desk, std::move(lead)));
}

Result<MadeEdit> connect(const Desk& desk, const Connect& options) {
  if (desk.powerPoint(chain::PowerPointId(options.from)) != nullptr) return feed(desk, options);
  const auto sockets = parseSockets(desk, options.from, options.to);
  if (!sockets) return fail(sockets.error());
  chain::Cable cable;
  cable.kind = options.kind ? *options.kind : usualCable(desk, *sockets);
  cable.from.socket = sockets->from;
  cable.to.socket = sockets->to;
  if (const auto filled = fill(cable.from, options.fromEnd); !filled) return fail(filled.error());
  if (const auto filled = fill(cable.to, options.toEnd); !filled) return fail(filled.error());
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
  const auto addEnd = [&](const std::string& end, End& told) {
    addWord(*sub, "--" + end + "-plug", told.plug, profiles::kConnectors,
            "The cable's own plug there, if it is not the one that fits");
    sub->add_option("--" + end + "-adapter", told.adapters,
                    "An adapter on it: rca:xlr-3, with :joined-to-ground or :floating for pin 3");
  };
  addEnd("from", options->fromEnd);
  addEnd("to", options->toEnd);
  addWord(*sub, "--supply", options->supply.current, profiles::kCurrents,
          "Of a mains adapter: what its label says");
  sub->add_option("--supply-voltage", options->supplyVolts, "The voltage on its label")
      ->check(CLI::Range(1.0, 250.0));
  sub->add_flag("--original-supply", options->isOriginalSupply, "It came with the device");
  sub->callback([&session, options] {
    session.action = [&session, options] {
      return editFile(session, options->file,
                      [&](const DeskFile&, const Desk& desk) { return connect(desk, *options); });
    };
  });
}

}  // namespace linecheck::cli
