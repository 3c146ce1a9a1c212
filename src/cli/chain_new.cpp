#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "chain/file.h"
#include "cli/chain_edit.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

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

}  // namespace

void addChainNew(CLI::App& command, Session& session) {
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

}  // namespace linecheck::cli
