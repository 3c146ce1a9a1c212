#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "cli/check_json.h"
#include "cli/check_text.h"
#include "cli/command.h"
#include "cli/desk_file.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

struct CheckOptions {
  std::string file;
  double listening = 80.0;  // dB SPL; over 40 hours a week the ear's limit (WHO and ITU, H.870).
  std::optional<rules::Severity> failOn;
};

bool isFound(const DeskCheck& check, rules::Severity failOn) {
  return std::any_of(check.findings.begin(), check.findings.end(), [&](const auto& finding) {
    return !finding.isApproved && finding.severity >= failOn;
  });
}

Result<ExitCode> check(const Session& session, const CheckOptions& options) {
  DeskFile file(options.file);
  if (!file.read(session)) return ExitCode::badInput;
  const chain::Desk desk = file.desk();
  const DeskCheck result = checkDesk(desk, DecibelsSpl::of(options.listening));
  if (session.json) {
    json::Object document{{"schema", "linecheck.check/1"}};
    document.set("file", options.file).set("name", desk.chain().name);
    addDeskCheck(document, desk, result);
    session.out << json::toText(document) << '\n';
  } else {
    session.out << deskCheckText(desk, result);
  }
  return options.failOn && isFound(result, *options.failOn) ? ExitCode::found : ExitCode::done;
}

}  // namespace

void addCheck(CLI::App& app, Session& session) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand(
      "check", "What is wrong with a desk before anything is measured, from its chain file");
  command->add_option("CHAIN", options->file, "A .chain.json file")->required();
  command
      ->add_option("--listen-spl", options->listening,
                   "How loud you listen, in dB SPL, for the knob's position; default 80")
      ->check(CLI::Range(30.0, 120.0));
  static const std::map<std::string, rules::Severity> kNames = {
      {"info", rules::Severity::info},
      {"attention", rules::Severity::attention},
      {"bad", rules::Severity::bad},
      {"danger", rules::Severity::danger}};
  command
      ->add_option_function<std::string>(
          "--fail-on", [options](const std::string& name) { options->failOn = kNames.at(name); },
          "Exit with 1 if something of this severity or worse is found that is not approved: "
          "info, attention, bad or danger")
      ->check(CLI::IsMember(kNames));
  command->callback([&session, options] {
    session.action = [&session, options] { return check(session, *options); };
  });
}

}  // namespace linecheck::cli
