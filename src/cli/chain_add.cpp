#include <memory>
#include <optional>
#include <string>

#include "chain/edits.h"
#include "chain/vocabulary.h"
#include "cli/chain_edit.h"

namespace linecheck::cli {
namespace {

using chain::Desk;

struct Add {
  std::string file;
  std::string what;
  std::string name;
  std::string circuit;
  chain::Ups ups;
  std::optional<double> voltAmperes;
  std::optional<double> watts;
};

Result<MadeEdit> add(const DeskFile& file, const Desk& desk, const Add& options) {
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

}  // namespace

void addChainAdd(CLI::App& command, Session& session) {
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

}  // namespace linecheck::cli
