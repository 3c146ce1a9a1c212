#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/match_figures.h"
#include "cli/match_report.h"
#include "cli/match_sort.h"
#include "cli/near_ids.h"
#include "json/writer.h"
#include "levels/power_rating.h"
#include "profiles/library.h"

namespace linecheck::cli {
namespace {

using matching::Bounded;
using matching::Load;
using matching::Output;
using matching::Verdict;
using profiles::Library;

struct MatchOptions {
  std::vector<std::string> headphones;
  std::vector<std::string> sources;
  // Typed figures, as they stand on the line.
  std::string impedance, sensitivity;
  std::string sourceImpedance, sourcePower, sourceVoltage, sourceNoise;
  std::string feed, whatIf;
  double peak = 115.0;
  double listening = 80.0;
  double reserve = 0.0;
  MatchSort sort = MatchSort::verdict;
  std::optional<Verdict> failOn;
  bool withSteps = false;
};

constexpr const char* kAll = "all";

std::vector<const Library::Entry*> withOutputs(const Library& library) {
  std::vector<const Library::Entry*> found;
  for (const Library::Entry& entry : library.entries()) {
    if (!matching::outputsOf(entry.profile).empty()) found.push_back(&entry);
  }
  return found;
}

Result<const profiles::Profile*> find(const Library& library, const std::string& id,
                                      const std::vector<const Library::Entry*>& among) {
  if (const Library::Entry* entry = library.find(id)) return &entry->profile;
  return fail(ErrorCode::notFound, "There is no profile with this id. " + nearIdsText(id, among),
              id);
}

Result<void> addHeadphones(const Library& library, const std::string& id,
                           std::vector<Load>& loads) {
  const auto all = library.ofKind(profiles::Kind::headphones);
  if (id == kAll) {
    for (const Library::Entry* entry : all) loads.push_back(*matching::loadOf(entry->profile));
    return {};
  }
  const auto profile = find(library, id, all);
  if (!profile) return fail(profile.error());
  auto load = matching::loadOf(**profile);
  if (!load) return fail(ErrorCode::usage, "These are no headphones.", id);
  loads.push_back(*std::move(load));
  return {};
}

Result<void> addSource(const Library& library, const std::string& text,
                       std::vector<Output>& outputs) {
  const auto all = withOutputs(library);
  if (text == kAll) {
    for (const Library::Entry* entry : all) {
      for (Output& output : matching::outputsOf(entry->profile)) {
        outputs.push_back(std::move(output));
      }
    }
    return {};
  }
  const auto colon = text.find(':');
  const auto profile = find(library, text.substr(0, colon), all);
  if (!profile) return fail(profile.error());
  std::vector<std::string> ports;
  bool isFound = false;
  for (Output& output : matching::outputsOf(**profile)) {
    ports.push_back(output.port);
    if (colon != std::string::npos && text.substr(colon + 1) != output.port) continue;
    outputs.push_back(std::move(output));
    isFound = true;
  }
  if (isFound) return {};
  if (ports.empty()) {
    return fail(ErrorCode::usage, "It has no output for headphones that its profile knows.", text);
  }
  return fail(ErrorCode::usage,
              fmt::format("It has no such output; there is {}.", fmt::join(ports, ", ")), text);
}

Result<std::optional<Load>> typedLoad(const MatchOptions& options) {
  if (options.impedance.empty() && options.sensitivity.empty()) return std::nullopt;
  Load load;
  load.name = "Typed headphones";
  if (!options.impedance.empty()) {
    const auto impedance = parseOhms(options.impedance);
    if (!impedance) return fail(impedance.error());
    if (impedance->value() <= 0.0) {
      return fail(ErrorCode::usage, "Headphones have more than 0 ohm.", options.impedance);
    }
    load.impedance = Bounded<Ohms>::exactly(*impedance);
  }
  if (!options.sensitivity.empty()) {
    const auto sensitivity = parseSensitivity(options.sensitivity);
    if (!sensitivity) return fail(sensitivity.error());
    load.sensitivity = {*sensitivity, {}, {}};
  }
  return load;
}

Result<std::optional<Output>> typedSource(const MatchOptions& options) {
  if (options.sourceImpedance.empty() && options.sourcePower.empty() &&
      options.sourceVoltage.empty() && options.sourceNoise.empty()) {
    return std::nullopt;
  }
  Output output;
  output.device = "Typed source";
  output.kind = profiles::Kind::dac;  // Full scale drives it to all that it has.
  if (!options.sourceImpedance.empty()) {
    const auto impedance = parseOhms(options.sourceImpedance);
    if (!impedance) return fail(impedance.error());
    output.impedance = Bounded<Ohms>::exactly(*impedance);
  }
  if (!options.sourcePower.empty()) {
    const auto power = parsePower(options.sourcePower);
    if (!power) return fail(power.error());
    output.ratings.push_back(
        {power->load, Bounded<Volts>::exactly(levels::ratedVoltage(power->power, power->load))});
  }
  if (!options.sourceVoltage.empty()) {
    const auto voltage = parseVoltage(options.sourceVoltage);
    if (!voltage) return fail(voltage.error());
    output.maximum = Bounded<Volts>::exactly(*voltage);
  }
  if (!options.sourceNoise.empty()) {
    const auto noise = parseNoise(options.sourceNoise);
    if (!noise) return fail(noise.error());
    output.noise = Bounded<Volts>::exactly(*noise);
  }
  return output;
}

Result<matching::Request> requestOf(const MatchOptions& options) {
  matching::Request request;
  request.peak = DecibelsSpl::of(options.peak);
  request.reserve = Decibels::of(options.reserve);
  // The window moves with the level that is listened to.
  const Decibels higher = DecibelsSpl::of(options.listening) - request.listening;
  request.listening += higher;
  request.quiet += higher;
  request.loud += higher;
  if (!options.feed.empty()) {
    const auto feed = parseVoltage(options.feed);
    if (!feed) return fail(feed.error());
    request.feed = *feed;
  }
  if (!options.whatIf.empty()) {
    const auto impedance = parseOhms(options.whatIf);
    if (!impedance) return fail(impedance.error());
    request.sourceImpedance = *impedance;
  }
  return request;
}

void warnOfFaults(const Session& session, const Library& library) {
  for (const Library::Fault& fault : library.faults()) {
    for (const Error& error : fault.errors) {
      session.err << "linecheck-cli: left out: " << error.message() << '\n';
    }
  }
}

Result<MatchReport> compare(const Session& session, const MatchOptions& options) {
  const Library library = Library::load(profiles::locations());
  warnOfFaults(session, library);
  MatchReport report;
  report.withSteps = options.withSteps;
  const auto request = requestOf(options);
  if (!request) return fail(request.error());
  report.request = *request;
  for (const std::string& id : options.headphones) {
    if (const auto added = addHeadphones(library, id, report.loads); !added) {
      return fail(added.error());
    }
  }
  const auto load = typedLoad(options);
  if (!load) return fail(load.error());
  if (*load) report.loads.push_back(**load);
  for (const std::string& text : options.sources) {
    if (const auto added = addSource(library, text, report.outputs); !added) {
      return fail(added.error());
    }
  }
  const auto source = typedSource(options);
  if (!source) return fail(source.error());
  if (*source) report.outputs.push_back(**source);
  if (report.loads.empty()) {
    return fail(ErrorCode::usage,
                "Name headphones with --headphones ID, or type --impedance and --sensitivity.");
  }
  if (report.outputs.empty()) {
    return fail(ErrorCode::usage,
                "Name what drives them with --source ID, or type --source-impedance and "
                "--source-power or --source-voltage.");
  }
  report.pairs = matching::matchAll(report.outputs, report.loads, report.request);
  sortPairs(report, options.sort);
  return report;
}

Result<ExitCode> match(const Session& session, const MatchOptions& options) {
  const auto report = compare(session, options);
  if (!report) return fail(report.error());
  session.out << (session.json ? json::toText(matchJson(*report)) + '\n' : matchText(*report));
  const bool isFound = options.failOn && std::any_of(report->pairs.begin(), report->pairs.end(),
                                                     [&](const matching::Match& pair) {
                                                       return pair.verdict >= *options.failOn;
                                                     });
  return isFound ? ExitCode::found : ExitCode::done;
}

void addTyped(CLI::App& command, MatchOptions& options) {
  command.add_option("--impedance", options.impedance, "Of headphones without a profile: 32");
  command.add_option("--sensitivity", options.sensitivity,
                     "Of headphones without a profile: 91dB/mW or 97dB/V");
  command.add_option("--source-impedance", options.sourceImpedance,
                     "Of an output without a profile: 0.1");
  command.add_option("--source-power", options.sourcePower,
                     "What such an output is rated at: 580mW@32");
  command.add_option("--source-voltage", options.sourceVoltage,
                     "The most that such an output gives without load: 2V");
  command.add_option("--source-noise", options.sourceNoise, "Of such an output: 0.3uV");
}

void addAsked(CLI::App& command, const std::shared_ptr<MatchOptions>& options) {
  command.add_option("--peak-spl", options->peak, "The loudest peak, in dB SPL; default 115")
      ->check(CLI::Range(60.0, 140.0));
  command
      .add_option("--listen-spl", options->listening,
                  "How loud you listen, in dB SPL, for the knob's position; default 80")
      ->check(CLI::Range(30.0, 120.0));
  command
      .add_option("--reserve", options->reserve,
                  "How many dB above the peak a gain must reach to be chosen; default 0")
      ->check(CLI::Range(0.0, 40.0));
  command.add_option("--feed", options->feed,
                     "What full scale gives at an amplifier's input: 2V or 8.2dBu; default 2V");
  command.add_option("--what-if-impedance", options->whatIf,
                     "As if every output had this impedance, in ohm");
  static const std::map<std::string, MatchSort> kSorts = {
      {"verdict", MatchSort::verdict},   {"max_spl", MatchSort::maxSpl},
      {"loss", MatchSort::loss},         {"noise", MatchSort::noise},
      {"headroom", MatchSort::headroom}, {"damping", MatchSort::damping},
      {"name", MatchSort::name}};
  command
      .add_option_function<std::string>(
          "--sort", [options](const std::string& key) { options->sort = kSorts.at(key); },
          "The best first by: verdict (default), max_spl, loss, noise, headroom, damping; or name")
      ->check(CLI::IsMember(kSorts));
  static const std::map<std::string, Verdict> kVerdicts = {{"fair", Verdict::fair},
                                                           {"unknown", Verdict::unknown},
                                                           {"poor", Verdict::poor},
                                                           {"dangerous", Verdict::dangerous}};
  command
      .add_option_function<std::string>(
          "--fail-on", [options](const std::string& name) { options->failOn = kVerdicts.at(name); },
          "Exit with 1 if a pair has this verdict or a worse one: fair, unknown, poor, dangerous")
      ->check(CLI::IsMember(kVerdicts));
}

}  // namespace

void addMatch(CLI::App& app, Session& session) {
  auto options = std::make_shared<MatchOptions>();
  CLI::App* command =
      app.add_subcommand("match", "How headphones and outputs go together, before you buy");
  command
      ->add_option("--headphones", options->headphones,
                   "Ids of profiles, or all; several with commas")
      ->delimiter(',');
  command
      ->add_option("--source", options->sources,
                   "Ids of profiles, each with :PORT for one of its outputs, or all")
      ->delimiter(',');
  addTyped(*command, *options);
  addAsked(*command, options);
  command->add_flag("--gains", options->withSteps, "Each position of the gain switch as well");
  command->callback([&session, options] {
    session.action = [&session, options] { return match(session, *options); };
  });
}

}  // namespace linecheck::cli
