#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "chain/edits.h"
#include "chain/file.h"
#include "chain/grounds.h"
#include "chain/vocabulary.h"
#include "cli/command.h"
#include "cli/desk_file.h"
#include "cli/device_state.h"
#include "cli/setting_text.h"
#include "cli/socket_text.h"
#include "json/writer.h"
#include "rules/rules.h"

namespace linecheck::cli {
namespace {

using chain::Desk;
using chain::Edit;

// What an edit says and does: the id that it made, for the next command.
struct Made {
  Edit edit;
  std::string id;
};

// Every editing command: reads the file, makes one edit, writes the file. Prints the id of what
// came in.
Result<ExitCode> editFile(const Session& session, const std::string& path,
                          const std::function<Result<Made>(const DeskFile&, const Desk&)>& make) {
  DeskFile file(path);
  if (!file.read(session)) return ExitCode::badInput;
  const Desk desk = file.desk();
  Result<Made> made = make(file, desk);
  if (!made) return fail(made.error());
  chain::Chain chain = file.chain();
  chain::apply(chain, made->edit);
  if (const auto saved = chain::saveFile(path, chain); !saved) return fail(saved.error());
  if (session.json) {
    json::Object document{{"schema", "linecheck.chain-edit/1"}};
    document.set("file", path).set("id", made->id.empty() ? json::Value() : json::Value(made->id));
    session.out << json::toText(document) << '\n';
  } else if (!made->id.empty()) {
    session.out << made->id << '\n';
  }
  return ExitCode::done;
}

Result<Made> made(Result<Edit> edit, std::string id = {}) {
  if (!edit) return fail(edit.error());
  return Made{*std::move(edit), std::move(id)};
}

// The id of the part that an edit brings.
template <class Part>
std::string newId(const Edit& edit) {
  for (const chain::Change& change : edit.changes) {
    const auto* part = std::get_if<chain::PartChange<Part>>(&change);
    if (part != nullptr && part->after && !part->before) return part->after->id.text();
  }
  return {};
}

template <class Part>
Result<Made> madeNew(Result<Edit> edit) {
  if (!edit) return fail(edit.error());
  std::string id = newId<Part>(*edit);
  return Made{*std::move(edit), std::move(id)};
}

template <class T, std::size_t N>
std::map<std::string, T> meanings(const std::array<json::Word<T>, N>& words) {
  std::map<std::string, T> map;
  for (const auto& [word, meaning] : words) map.emplace(word, meaning);
  return map;
}

// An option whose value is one of the words of the file format.
template <class T, std::size_t N>
void addWord(CLI::App& command, const std::string& name, std::optional<T>& meaning,
             const std::array<json::Word<T>, N>& words, const std::string& help) {
  const auto map = meanings(words);
  command
      .add_option_function<std::string>(
          name, [&meaning, map](const std::string& word) { meaning = map.at(word); }, help)
      ->check(CLI::IsMember(map));
}

struct New {
  std::string file;
  std::string name;
  double frequency = 50.0;
  double voltage = 230.0;
};

Result<ExitCode> create(const Session& session, const New& options) {
  std::error_code error;
  if (std::filesystem::exists(options.file, error)) {
    return fail(ErrorCode::io, "There is such a file already; choose another name or delete it.",
                options.file);
  }
  chain::Chain chain;
  chain.name = options.name;
  chain.mains = {Hertz::of(options.frequency), Volts::of(options.voltage), std::nullopt};
  if (const auto saved = chain::saveFile(options.file, chain); !saved) return fail(saved.error());
  if (session.json) {
    json::Object document{{"schema", "linecheck.chain-edit/1"}};
    session.out << json::toText(document.set("file", options.file).set("id", nullptr)) << '\n';
  }
  return ExitCode::done;
}

void addNew(CLI::App& command, Session& session) {
  auto options = std::make_shared<New>();
  CLI::App* sub = command.add_subcommand("new", "Begin a chain file");
  sub->add_option("FILE", options->file, "Its name ends in .chain.json")->required();
  sub->add_option("--name", options->name, "What you call the desk");
  sub->add_option("--mains", options->frequency, "Mains frequency, 50 or 60 Hz; default 50")
      ->check(CLI::IsMember({50.0, 60.0}));
  sub->add_option("--voltage", options->voltage, "Mains voltage; default 230");
  sub->callback([&session, options] {
    session.action = [&session, options] { return create(session, *options); };
  });
}

struct Add {
  std::string file;
  std::string what;
  std::string name;
  std::string circuit;
  chain::Ups ups;
  std::optional<double> voltAmperes;
  std::optional<double> watts;
};

Result<Made> add(const DeskFile& file, const Desk& desk, const Add& options) {
  const auto points = meanings(chain::kPowerPointKinds);
  if (const auto kind = points.find(options.what); kind != points.end()) {
    chain::PowerPoint point;
    point.kind = kind->second;
    point.name = options.name;
    point.circuit = options.circuit;
    point.ups = options.ups;
    if (options.voltAmperes) point.ups.apparentPower = VoltAmperes::of(*options.voltAmperes);
    if (options.watts) point.ups.power = Watts::of(*options.watts);
    return madeNew<chain::PowerPoint>(chain::addPowerPoint(desk, std::move(point)));
  }
  const profiles::Profile* profile = file.lookup()(options.what);
  if (profile == nullptr) {
    return fail(ErrorCode::notFound,
                "There is no profile with this id; `linecheck-cli profiles list` names them all.",
                options.what);
  }
  return madeNew<chain::Device>(chain::addDevice(desk, profile, options.name));
}

void addAdd(CLI::App& command, Session& session) {
  auto options = std::make_shared<Add>();
  CLI::App* sub =
      command.add_subcommand("add", "Put a device or a power point on the desk; prints its id");
  sub->add_option("FILE", options->file, "The chain file")->required();
  sub->add_option("WHAT", options->what,
                  "A profile's id, or outlet, strip, conditioner or ups for a power point")
      ->required();
  sub->add_option("--name", options->name, "What you call it");
  sub->add_option("--circuit", options->circuit, "Of an outlet: the circuit of the house");
  addWord(*sub, "--topology", options->ups.topology, chain::kUpsTopologies, "Of a UPS");
  addWord(*sub, "--waveform", options->ups.waveform, chain::kUpsWaveforms,
          "Of a UPS on its battery");
  sub->add_option("--va", options->voltAmperes, "Of a UPS: its rating in VA");
  sub->add_option("--watts", options->watts, "Of a UPS: its rating in W");
  sub->callback([&session, options] {
    session.action = [&session, options] {
      return editFile(session, options->file, [&](const DeskFile& file, const Desk& desk) {
        return add(file, desk, *options);
      });
    };
  });
}

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

Result<Made> feed(const Desk& desk, const Connect& options) {
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

Result<Made> connect(const Desk& desk, const Connect& options) {
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

void addConnect(CLI::App& command, Session& session) {
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

Result<Made> setMains(const Desk& desk, const std::string& what, const std::string& value) {
  chain::Mains mains = desk.chain().mains;
  if (what == "earth" && (value == "yes" || value == "no" || value == "unknown")) {
    mains.hasWorkingEarth = value == "unknown" ? std::nullopt : std::optional(value == "yes");
    return made(chain::changeMains(desk, mains));
  }
  if (what == "frequency" && (value == "50" || value == "60")) {
    mains.frequency = Hertz::of(value == "50" ? 50.0 : 60.0);
    return made(chain::changeMains(desk, mains));
  }
  return fail(ErrorCode::usage,
              "Of the mains there is earth (yes, no, unknown) and frequency (50, 60).",
              "mains:" + what);
}

Result<Made> setDevice(const Desk& desk, const chain::Device& device, const std::string& what,
                       const std::string& value) {
  const profiles::Profile* profile = desk.profile(device.id);
  const profiles::Control* control = profile != nullptr ? profile->control(what) : nullptr;
  if (control == nullptr && isStateName(what)) {
    chain::Device changed = device;
    if (const auto set = setState(changed, what, value); !set) return fail(set.error());
    return made(chain::changeDevice(desk, changed));
  }
  if (control == nullptr && profile != nullptr) {
    std::vector<std::string> ids;
    for (const profiles::Control& known : profile->controls) ids.push_back(known.id);
    return fail(
        ErrorCode::notFound,
        fmt::format("It has no such control; there is {}; and of every device {}.",
                    ids.empty() ? "none" : fmt::format("{}", fmt::join(ids, ", ")), stateNames()),
        device.id.text() + ':' + what);
  }
  if (value == "unknown") return made(chain::changeSetting(desk, device.id, what, std::nullopt));
  const auto setting = parseSetting(value, control);
  if (!setting) return fail(setting.error());
  return made(chain::changeSetting(desk, device.id, what, *setting));
}

Result<Made> set(const Desk& desk, const std::string& place, const std::string& value) {
  const auto colon = place.find(':');
  if (colon == std::string::npos) {
    return fail(ErrorCode::usage, "Name what to set behind a colon: device:control.", place);
  }
  const std::string part = place.substr(0, colon);
  const std::string what = place.substr(colon + 1);
  if (part == "mains") return setMains(desk, what, value);
  const chain::Device* device = desk.device(chain::DeviceId(part));
  if (device == nullptr) {
    return fail(ErrorCode::notFound, "There is no such device in this chain.", part);
  }
  return setDevice(desk, *device, what, value);
}

void addSet(CLI::App& command, Session& session) {
  struct Set {
    std::string file, place, value;
  };
  auto options = std::make_shared<Set>();
  CLI::App* sub = command.add_subcommand(
      "set", "Tell how a control stands, or something else about a device or the mains");
  sub->add_option("FILE", options->file, "The chain file")->required();
  sub->add_option("WHAT", options->place,
                  "device:control; device:" + stateNames() + "; mains:earth, mains:frequency")
      ->required();
  sub->add_option("VALUE", options->value,
                  "A position by its name, 40%, -6dB, 14dBu, yes or no; unknown forgets it")
      ->required();
  sub->callback([&session, options] {
    session.action = [&session, options] {
      return editFile(session, options->file, [&](const DeskFile&, const Desk& desk) {
        return set(desk, options->place, options->value);
      });
    };
  });
}

Result<Made> remove(const Desk& desk, const std::string& id) {
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

void addRemove(CLI::App& command, Session& session) {
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

struct Approve {
  std::string file;
  std::string finding;
  std::string part;
};

// One edit for each finding that is meant, so that all of them are approved or none.
Result<ExitCode> approve(const Session& session, const Approve& options) {
  DeskFile file(options.file);
  if (!file.read(session)) return ExitCode::badInput;
  const Desk before = file.desk();
  const auto isMeant = [&](const rules::Finding& finding) {
    return finding.id == options.finding && !finding.isApproved &&
           (options.part.empty() ||
            std::any_of(finding.where.begin(), finding.where.end(),
                        [&](const chain::Place& place) { return place.part == options.part; }));
  };
  std::size_t approved = 0;
  for (const rules::Finding& finding : rules::check({before, chain::planGrounds(before)})) {
    if (!isMeant(finding)) continue;
    const auto edit = chain::approve(file.desk(), rules::approvalOf(finding));
    if (!edit) return fail(edit.error());
    chain::Chain chain = file.chain();
    chain::apply(chain, *edit);
    file.replace(std::move(chain));
    ++approved;
  }
  if (approved == 0) {
    return fail(ErrorCode::notFound,
                "The check finds nothing by this id here; `linecheck-cli check --json` names all.",
                options.finding);
  }
  if (const auto saved = chain::saveFile(options.file, file.chain()); !saved) {
    return fail(saved.error());
  }
  return ExitCode::done;
}

void addApprove(CLI::App& command, Session& session) {
  auto options = std::make_shared<Approve>();
  CLI::App* sub = command.add_subcommand(
      "approve", "Note that you know of a finding and accept it; the check then leaves it out");
  sub->add_option("FILE", options->file, "The chain file")->required();
  sub->add_option("FINDING", options->finding, "Its id, as `check --json` has it")->required();
  sub->add_option("PART", options->part, "Only where this part has to do with it");
  sub->callback([&session, options] {
    session.action = [&session, options] { return approve(session, *options); };
  });
}

}  // namespace

void addChain(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("chain", "Describe a desk in a chain file, step by step");
  command->require_subcommand(1);
  addNew(*command, session);
  addAdd(*command, session);
  addConnect(*command, session);
  addSet(*command, session);
  addRemove(*command, session);
  addApprove(*command, session);
}

}  // namespace linecheck::cli
