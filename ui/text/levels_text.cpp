#include "text/levels_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

#include "measure/listeners.h"
#include "measure/path_advice.h"
#include "text/reading.h"
#include "text/run_result_text.h"
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

}  // namespace

QString runStateWord(RunState state) {
  switch (state) {
    case RunState::notRun:
      return tr("Not run");
    case RunState::running:
      return tr("Running");
    case RunState::waiting:
      return tr("Your turn");
    case RunState::done:
      return tr("Done");
    case RunState::finding:
      return tr("Finding");
    case RunState::partial:
      return tr("Partial");
    case RunState::pathFault:
      return tr("Path fault");
    case RunState::failed:
      return tr("Not measured");
    case RunState::leftOut:
      return tr("Left out");
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
    case RunState::leftOut:
      return Tone::quiet;
    case RunState::done:
    case RunState::pass:
      return Tone::good;
    case RunState::waiting:
    case RunState::finding:
    case RunState::partial:
    case RunState::failed:
      return Tone::attention;
    case RunState::pathFault:
    case RunState::fail:
      return Tone::bad;
  }
  return Tone::quiet;
}

RunState endState(const measure::ProcedureResult& result, const std::vector<RunNote>& findings) {
  const PathReport* path = result.path();
  if (path != nullptr && !path->isUsable()) return RunState::pathFault;
  if (!result.reading.isComplete) return RunState::partial;
  const bool isAsItShould = (path == nullptr || path->findings.empty()) && findings.empty() &&
                            !gravestFinding(result.reading);
  return isAsItShould ? RunState::done : RunState::finding;
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
