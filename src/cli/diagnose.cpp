#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/analysis_options.h"
#include "cli/command.h"
#include "cli/desk_file.h"
#include "cli/diagnose_captures.h"
#include "cli/diagnose_report.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

struct Arguments {
  std::vector<std::string> files;
  std::string chain;
  std::string at;
  std::string baseline;
  std::string before;
  std::string after;
  std::optional<int> channel;
  AnalysisArguments analysis;
};

// Captures of one thing share its truth and their errors, so their probabilities are averaged and
// not multiplied; a longer one counts for more.
std::vector<diagnosis::CauseProbability> pooled(const std::vector<DiagnosedCapture>& captures,
                                                std::size_t longest) {
  std::vector<diagnosis::CauseProbability> result = captures[longest].diagnosis.causes;
  double weight = 0.0;
  for (auto& cause : result) cause.probability = 0.0;
  for (const DiagnosedCapture& capture : captures) {
    weight += capture.duration.value();
    for (const auto& cause : capture.diagnosis.causes) {
      const auto same = std::find_if(result.begin(), result.end(),
                                     [&](const auto& one) { return one.cause == cause.cause; });
      same->probability += capture.duration.value() * cause.probability;
    }
  }
  for (auto& cause : result) cause.probability /= weight;
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.probability > b.probability; });
  return result;
}

Result<diagnosis::ListeningPoint> listeningPoint(const chain::Desk& desk, const std::string& at) {
  if (at.empty()) {
    if (auto usual = diagnosis::usualListeningPoint(desk)) return *usual;
    return fail(ErrorCode::usage,
                "The chain has no analogue output to listen at. Name one with --at DEVICE:PORT.");
  }
  const auto colon = at.find(':');
  diagnosis::ListeningPoint point{chain::DeviceId(at.substr(0, colon)), {}};
  if (colon != std::string::npos) point.port = at.substr(colon + 1);
  const profiles::Port* port = desk.port({point.device, point.port, {}});
  if (port == nullptr || port->direction == profiles::Direction::in) {
    return fail(ErrorCode::notFound, "The chain has no such output. Write it as DEVICE:PORT.", at);
  }
  return point;
}

class Command {
 public:
  Command(const Session& session, const Arguments& arguments)
      : session_(session), arguments_(arguments) {
    listening_.analysis = arguments.analysis.options();
    if (!arguments.before.empty() && arguments.files.empty()) {
      files_ = {arguments.after};
    } else {
      files_ = arguments.files;
    }
  }

  Result<ExitCode> run() {
    if (auto told = checkArguments(); !told) return fail(told.error());
    // Before the captures are worked through, which takes longer.
    std::unique_ptr<DeskFile> chain;
    if (!arguments_.chain.empty()) {
      chain = std::make_unique<DeskFile>(arguments_.chain);
      if (!chain->read(session_)) return ExitCode::badInput;
    }
    if (auto heard = hear(); !heard) return fail(heard.error());
    report_.calibration = arguments_.analysis.calibration();
    if (chain) {
      if (auto placed = addDesk(*chain); !placed) return fail(placed.error());
    }
    if (session_.json) {
      session_.out << json::toText(diagnosisJson(report_)) << '\n';
    } else {
      session_.out << diagnosisText(report_);
    }
    return ExitCode::done;
  }

 private:
  [[nodiscard]] Result<void> checkArguments() const {
    if (arguments_.before.empty() != arguments_.after.empty()) {
      return fail(ErrorCode::usage, "Name both --before and --after: a change has two sides.");
    }
    if (files_.empty()) {
      return fail(ErrorCode::usage, "Name a recording to diagnose, or --before and --after.");
    }
    if (!arguments_.at.empty() && arguments_.chain.empty()) {
      return fail(ErrorCode::usage, "--at names an output of a chain: name it with --chain.");
    }
    return {};
  }

  // A recording, if it is like those before it.
  Result<DiagnosisCapture> read(const std::string& file) {
    auto capture = readDiagnosisCapture(file, arguments_.channel);
    if (!capture) return capture;
    if (!first_) {
      first_ = DiagnosisCapture{file, capture->rate, {}};
      first_->channels.resize(capture->channels.size());
    }
    if (auto alike = checkAlike(*first_, *capture); !alike) return fail(alike.error());
    return capture;
  }

  Result<diagnosis::Evidence> evidenceOf(const std::string& file) {
    const auto capture = read(file);
    if (!capture) return fail(capture.error());
    return diagnosis::gatherEvidence(capture->channels, capture->rate, listening_);
  }

  Result<void> hear() {
    // First, for what the others have over it.
    if (!arguments_.baseline.empty()) {
      const auto baseline = evidenceOf(arguments_.baseline);
      if (!baseline) return fail(baseline.error());
      baseline_ = *baseline;
      listening_.baseline = &*baseline_;
    }
    for (const std::string& file : files_) {
      const auto capture = read(file);
      if (!capture) return fail(capture.error());
      report_.captures.push_back(
          {file, capture->duration(),
           diagnosis::diagnoseSound(capture->channels, capture->rate, listening_)});
    }
    const auto& captures = report_.captures;
    const auto longest =
        std::max_element(captures.begin(), captures.end(),
                         [](const auto& a, const auto& b) { return a.duration < b.duration; });
    report_.longest = static_cast<std::size_t>(longest - captures.begin());
    report_.rate = first_->rate;
    report_.channels = first_->channels.size();
    report_.causes = pooled(captures, report_.longest);
    if (baseline_) {
      report_.overBaseline = diagnosis::overBaseline(report_.evidence().hum, baseline_->hum);
    }
    return addComparison();
  }

  Result<void> addComparison() {
    if (arguments_.before.empty()) return {};
    const auto before = evidenceOf(arguments_.before);
    if (!before) return fail(before.error());
    const auto after = evidenceOf(arguments_.after);
    if (!after) return fail(after.error());
    report_.comparison =
        BeforeAndAfter{arguments_.before, arguments_.after, diagnosis::compare(*before, *after)};
    return {};
  }

  Result<void> addDesk(const DeskFile& file) {
    DeskDiagnosis result;
    result.desk = std::make_shared<const chain::Desk>(file.chain(), file.lookup());
    const auto at = listeningPoint(*result.desk, arguments_.at);
    if (!at) return fail(at.error());
    result.at = *at;
    std::optional<diagnosis::InputScale> scale;
    if (report_.calibration) scale = diagnosis::InputScale{*report_.calibration, {}};
    result.audibility = diagnosis::audibilityOf(report_.evidence(), *result.desk, *at, scale,
                                                baseline_ ? &*baseline_ : nullptr);
    const chain::ProfileLookup lookup = file.lookup();
    diagnosis::Hunt hunt(file.chain(), lookup, *at);
    diagnosis::Diagnosis heard = report_.captures[report_.longest].diagnosis;
    heard.causes = report_.causes;
    hunt.begin(std::move(heard));
    result.links = hunt.suspects();
    const auto& steps = hunt.proposals();
    result.steps.assign(steps.begin(), steps.end());
    report_.desk = std::move(result);
    return {};
  }

  const Session& session_;
  const Arguments& arguments_;
  std::vector<std::string> files_;
  diagnosis::Listening listening_;
  std::optional<diagnosis::Evidence> baseline_;
  std::optional<DiagnosisCapture> first_;  // Its samples are not kept.
  DiagnosisReport report_;
};

}  // namespace

void addDiagnose(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "diagnose", "Say where the noise of a recording comes from, and what to do next");
  auto arguments = std::make_shared<Arguments>();
  command->add_option("FILE", arguments->files,
                      "Recordings of one thing; of several the longest counts for most");
  command->add_option("--chain", arguments->chain,
                      "A .chain.json file: which link it is, what to try, what you can hear");
  command->add_option("--at", arguments->at,
                      "The chain's output that was recorded, DEVICE:PORT; default: to headphones");
  command->add_option("--baseline", arguments->baseline,
                      "A recording of the interface alone: its own loopback, or a shorted input");
  command->add_option("--before", arguments->before, "A recording before something was done");
  command->add_option("--after", arguments->after, "The same afterwards");
  command->add_option("--channel", arguments->channel, "Only this channel, counted from 1")
      ->check(CLI::Range(1, 64));
  arguments->analysis.addTo(*command);
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return Command(session, *arguments).run(); };
  });
}

}  // namespace linecheck::cli
