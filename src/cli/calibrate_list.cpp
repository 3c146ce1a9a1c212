#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/path_text.h"
#include "cli/calibrate.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

json::Object document() {
  return {{"schema", "linecheck.calibration/1"}, {"file", pathText(measure::calibrationsFile())}};
}

Result<ExitCode> list(const Session& session) {
  const auto calibrations = measure::loadCalibrations(measure::calibrationsFile());
  if (!calibrations) return tellErrors(session, calibrations.error());
  if (session.json) {
    json::Array array;
    for (std::size_t i = 0; i < calibrations->size(); ++i) {
      array.emplace_back(recordJson(i + 1, (*calibrations)[i]));
    }
    session.out << json::toText(document().set("calibrations", json::Value(std::move(array))))
                << '\n';
    return ExitCode::done;
  }
  if (calibrations->empty()) session.err << "linecheck-cli: nothing is calibrated yet\n";
  for (std::size_t i = 0; i < calibrations->size(); ++i) {
    session.out << fmt::format("{}  {}\n", i + 1, recordText((*calibrations)[i]));
  }
  return ExitCode::done;
}

Result<ExitCode> remove(const Session& session, std::size_t number) {
  const auto left = measure::removeCalibration(measure::calibrationsFile(), number - 1);
  if (!left) return tellErrors(session, left.error());
  if (session.json) {
    session.out << json::toText(document().set("removed", json::Value(number))) << '\n';
  } else {
    session.out << number << "  removed\n";
  }
  return ExitCode::done;
}

}  // namespace

void addCalibrateList(CLI::App& command, Session& session) {
  CLI::App* listing = command.add_subcommand("list", "All calibrations, with their numbers");
  listing->callback([&session] { session.action = [&session] { return list(session); }; });
}

void addCalibrateRemove(CLI::App& command, Session& session) {
  auto number = std::make_shared<std::size_t>(0);
  CLI::App* removing = command.add_subcommand("remove", "Delete one calibration");
  removing->add_option("N", *number, "As `calibrate list` numbers it")
      ->required()
      ->check(CLI::Range(1, 1000000));
  removing->callback([&session, number] {
    session.action = [&session, number] { return remove(session, *number); };
  });
}

}  // namespace linecheck::cli
