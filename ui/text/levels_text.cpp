#include "text/levels_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

#include "measure/listeners.h"
#include "measure/path_advice.h"
#include "text/reading.h"
#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

using measure::PathFinding;
using measure::PathReport;
using Tone = BannerState::Tone;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Levels)
};

QString tr(const char* text) {
  return Words::tr(text);
}

bool stopsMeasuring(const PathFinding& finding) {
  PathReport alone;
  alone.wasRun = true;
  alone.findings = {finding};
  return !alone.isUsable();
}

// What keeps figures from being shown comes first, then what is certain.
const PathFinding& worstOf(const PathReport& path) {
  const auto rank = [](const PathFinding& finding) {
    if (stopsMeasuring(finding)) return 0;
    return finding.certainty == measure::Certainty::certain ? 1 : 2;
  };
  return *std::min_element(path.findings.begin(), path.findings.end(),
                           [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

QString others(std::size_t count) {
  if (count < 2) return {};
  return u' ' + (count == 2 ? tr("One more finding stands below.")
                            : tr("%1 more findings stand below.").arg(count - 1));
}

BannerState differsBanner(const std::vector<RunNote>& findings, const QString& partial) {
  const RunNote& first = findings.front();
  const QString detail = first.lines.isEmpty()
                             ? tr("Nothing in the chain as it is drawn would explain it.")
                             : tr("What may be behind it, the likeliest first, stands below.");
  return {Tone::attention, tr("Not as predicted"), first.text,
          detail + others(findings.size()) + (partial.isEmpty() ? QString() : u' ' + partial),
          std::nullopt};
}

}  // namespace

QString runStateWord(RunState state) {
  switch (state) {
    case RunState::notRun:
      return tr("Not run");
    case RunState::running:
      return tr("Running");
    case RunState::done:
      return tr("Done");
    case RunState::partial:
      return tr("Partial");
    case RunState::pathFault:
      return tr("Path fault");
    case RunState::failed:
      return tr("Not measured");
    case RunState::pass:
      return tr("Pass");
    case RunState::fail:
      return tr("Fail");
  }
  return {};
}

Tone runStateTone(RunState state) {
  switch (state) {
    case RunState::notRun:
    case RunState::running:
      return Tone::quiet;
    case RunState::done:
    case RunState::pass:
      return Tone::good;
    case RunState::partial:
    case RunState::failed:
      return Tone::attention;
    case RunState::pathFault:
    case RunState::fail:
      return Tone::bad;
  }
  return Tone::quiet;
}

QString measureWord(std::string_view english) {
  return QCoreApplication::translate("Measure", std::string(english).c_str());
}

QString ageText(std::chrono::seconds age) {
  using std::chrono::days;
  using std::chrono::floor;
  using std::chrono::hours;
  using std::chrono::minutes;
  if (age < minutes(1)) return tr("just now");
  if (age < hours(1)) return tr("%1 min ago").arg(floor<minutes>(age).count());
  if (age < days(1)) return tr("%1 h ago").arg(floor<hours>(age).count());
  return age < days(2) ? tr("yesterday") : tr("%1 days ago").arg(floor<days>(age).count());
}

QString segmentText(std::string_view id) {
  if (id.starts_with("gate.")) return tr("Checking the path");
  if (id == "start") return tr("Letting the converters settle");
  if (id == "end") return tr("Waiting for the last samples");
  if (id.starts_with("silence") || id.starts_with("rest")) return tr("Listening to silence");
  if (id.starts_with("sweep")) return tr("Playing a sweep");
  if (id.starts_with("tone") || id.starts_with("step")) return tr("Playing tones");
  return tr("Playing the test signal");
}

QString pathFindingText(const PathFinding& finding) {
  QString text = translated(measure::pathText(finding));
  if (finding.channel) text = tr("Input %1: %2").arg(*finding.channel + 1).arg(text);
  return text;
}

BannerState notRunBanner(const measure::Procedure& procedure) {
  return {Tone::quiet, tr("Not run"), measureWord(procedure.name()),
          measureWord(procedure.description()), std::nullopt};
}

BannerState checkupBanner() {
  return {Tone::quiet, tr("Not run"), tr("Check-up"),
          tr("Everything that one loop and no further figures are needed for, one after another."),
          std::nullopt};
}

BannerState runningBanner(const measure::Procedure& procedure) {
  return {Tone::quiet, tr("Running"), measureWord(procedure.name()),
          tr("Leave cables and knobs as they are. Esc stops at once."), std::nullopt};
}

BannerState cablesBanner(std::size_t step, std::size_t steps, measure::Harness harness) {
  return {Tone::attention, tr("Your turn"),
          tr("Step %1 of %2: plug the cables").arg(step + 1).arg(steps),
          (measureWord(measure::harnessText(harness)) + u' ' +
           measureWord(measure::listeningWarning(harness)))
              .trimmed(),
          std::nullopt};
}

BannerState consentBanner(DecibelsFs loudest) {
  return {Tone::attention, tr("Loud"),
          tr("This plays up to %1")
              .arg(Reading{numberText(loudest.value(), 1), QStringLiteral("dBFS")}.text()),
          tr("That is more than the −20\u2009dBFS that are played unasked. Take headphones off and "
             "turn monitors down before you go on."),
          std::nullopt};
}

BannerState measureFailedBanner(const Error& error) {
  const bool isStopped = error.code == ErrorCode::cancelled;
  return {isStopped ? Tone::quiet : Tone::attention, isStopped ? tr("Stopped") : tr("Not measured"),
          isStopped ? tr("Nothing was measured") : tr("This could not be measured"),
          QString::fromStdString(error.message()), std::nullopt};
}

BannerState resultBanner(const measure::ProcedureResult& result,
                         const std::vector<RunNote>& findings) {
  const PathReport* path = result.path();
  const QString partial =
      result.reading.isComplete ? QString() : tr("Stopped early: what was finished is shown.");
  if (!findings.empty() && (path == nullptr || path->findings.empty())) {
    return differsBanner(findings, partial);
  }
  if (path == nullptr) {
    const bool isWhole = result.reading.isComplete;
    return {isWhole ? Tone::good : Tone::attention,
            runStateWord(isWhole ? RunState::done : RunState::partial),
            measureWord(result.procedure->name()),
            isWhole ? tr("Without a loop the path cannot be checked first.") : partial,
            std::nullopt};
  }
  if (path->findings.empty()) {
    if (!partial.isEmpty()) {
      return {Tone::attention, runStateWord(RunState::partial), tr("The path is clean"), partial,
              std::nullopt};
    }
    return {Tone::good, runStateWord(RunState::done), tr("The path is clean"),
            path->unseen.empty()
                ? tr("What was played came back as it was: whole, in place and unchanged.")
                : tr("Noise hides some of what else the check looks for."),
            std::nullopt};
  }
  const PathFinding& worst = worstOf(*path);
  const QString cure = measureWord(measure::pathCure(worst.fault));
  const QString more = others(path->findings.size());
  if (!path->isUsable()) {
    return {Tone::bad, tr("No figures"), pathFindingText(worst),
            cure + u' ' + tr("Then measure again.") + more, std::nullopt};
  }
  const bool isSure = worst.certainty == measure::Certainty::certain;
  return {Tone::attention, isSure ? tr("Path") : tr("Path, likely"), pathFindingText(worst),
          cure + more + (partial.isEmpty() ? QString() : u' ' + partial), std::nullopt};
}

QString judgementText(const measure::Judgement& judgement, const measure::Trace& trace,
                      std::optional<int> channel) {
  const QString who = channel ? tr("Input %1: ").arg(*channel + 1) : QString();
  if (!judgement.x) return who + tr("Fail: the curve does not reach the limits.");
  const int decimals = measure::unitDecimals(trace.yUnit);
  const auto symbol = measure::unitSymbol(
      trace.yUnit == measure::Unit::dbfs || trace.yUnit == measure::Unit::dbc ? measure::Unit::db
                                                                              : trace.yUnit);
  const QString by = Reading{numberText(std::abs(judgement.excess), decimals),
                             QString::fromUtf8(symbol.data(), static_cast<int>(symbol.size()))}
                         .text();
  const auto xSymbol = measure::unitSymbol(trace.xUnit);
  const QString at =
      trace.xUnit == measure::Unit::hertz
          ? frequencyReading(Hertz::of(*judgement.x), 0).text()
          : Reading{numberText(*judgement.x, measure::unitDecimals(trace.xUnit)),
                    QString::fromUtf8(xSymbol.data(), static_cast<int>(xSymbol.size()))}
                .text();
  QString text = judgement.isWithin ? tr("Pass: %1 inside the limits at %2.").arg(by, at)
                                    : tr("Fail: %1 outside the limits at %2.").arg(by, at);
  if (!judgement.isComplete) text += u' ' + tr("The limits reach farther than the curve.");
  return who + text;
}

}  // namespace linecheck::ui
