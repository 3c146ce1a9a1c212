#include "cli/severity.h"

#include <algorithm>
#include <map>
#include <string>

#include "diagnosis/verdict.h"

namespace linecheck::cli {
namespace {

constexpr DecibelsFs kBad = DecibelsFs::of(-80.0);

}  // namespace

std::optional<Severity> severityOf(const diagnosis::Diagnosis& channel) {
  const DecibelsFs level = diagnosis::interference(channel);
  if (level.isSilent()) return std::nullopt;
  return level >= kBad ? Severity::bad : Severity::attention;
}

namespace {

void addOption(CLI::App& command, std::optional<Severity>& failOn, const std::string& help) {
  static const std::map<std::string, Severity> kNames = {{"attention", Severity::attention},
                                                         {"bad", Severity::bad}};
  command
      .add_option_function<std::string>(
          "--fail-on", [&failOn](const std::string& name) { failOn = kNames.at(name); }, help)
      ->check(CLI::IsMember(kNames));
}

}  // namespace

void addFailOn(CLI::App& command, std::optional<Severity>& failOn) {
  addOption(command, failOn,
            "Exit with 1 if interference of this severity or worse is found: attention (any) or "
            "bad (-80 dBFS and up)");
}

void addPathFailOn(CLI::App& command, std::optional<Severity>& failOn) {
  addOption(command, failOn,
            "Exit with 1 if something is found: bad (what the path does for certain) or attention "
            "(also what it may do, and what is not as the desk predicts)");
}

ExitCode exitCodeFor(std::span<const diagnosis::Diagnosis> channels,
                     std::optional<Severity> failOn) {
  const bool found = failOn && std::any_of(channels.begin(), channels.end(), [&](const auto& c) {
                       const auto severity = severityOf(c);
                       return severity && *severity >= *failOn;
                     });
  return found ? ExitCode::found : ExitCode::done;
}

}  // namespace linecheck::cli
