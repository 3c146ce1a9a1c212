// What the banner of the page Levels says.
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "measure/listeners.h"
#include "measure/path_advice.h"
#include "text/levels_text.h"
#include "text/reading.h"
#include "text/run_result_text.h"

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

QString joined(const QStringList& parts) {
  QStringList said = parts;
  said.removeAll(QString());
  return said.join(u' ');
}

// How the path is, behind what was found over it.
QString pathWords(const PathReport* path) {
  if (path == nullptr) return tr("Without a loop the path cannot be checked first.");
  if (!path->findings.empty()) return tr("Path: %1").arg(pathFindingText(worstOf(*path)));
  return path->unseen.empty() ? tr("The path is clean: what was played came back whole, in place "
                                   "and unchanged.")
                              : tr("The path is clean, as far as the noise lets it be seen.");
}

bool isCertain(const PathReport& path) {
  return !path.findings.empty() && worstOf(path).certainty == measure::Certainty::certain;
}

BannerState pathBanner(const PathReport& path, const QString& found, const QString& partial) {
  const PathFinding& worst = worstOf(path);
  const QString cure = measureWord(measure::pathCure(worst.fault));
  const QString more = others(path.findings.size()).trimmed();
  if (!path.isUsable()) {
    return {Tone::bad, tr("No figures"), pathFindingText(worst),
            joined({cure, tr("Then measure again."), more}), std::nullopt};
  }
  return {Tone::attention, isCertain(path) ? tr("Path") : tr("Path, likely"),
          pathFindingText(worst), joined({cure, more, found, partial}), std::nullopt};
}

}  // namespace

BannerState notRunBanner(const measure::Procedure& procedure) {
  return {Tone::quiet, tr("Not run"), measureWord(procedure.name()),
          measureWord(procedure.description()), std::nullopt};
}

BannerState checkupBanner() {
  return {Tone::quiet, tr("Not run"), tr("Check-up"),
          tr("Everything that one loop and no further figures are needed for, one after another."),
          std::nullopt};
}

BannerState checkupConsentBanner(std::size_t loud, std::size_t all, DecibelsFs loudest) {
  return {Tone::attention, tr("Loud"), tr("Include the loud ones?"),
          tr("%1 of the %2 measurements play up to %3. With them: take headphones off and turn "
             "monitors down first. The quiet ones come first either way.")
              .arg(loud)
              .arg(all)
              .arg(Reading{numberText(loudest.value(), 1), QStringLiteral("dBFS")}.text()),
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
  const bool isWhole = result.reading.isComplete;
  const QString partial = isWhole ? QString() : tr("Stopped early: what was finished is shown.");
  const auto found = gravestFinding(result.reading);
  if (path != nullptr && (!path->isUsable() || isCertain(*path) ||
                          (!path->findings.empty() && !found && findings.empty()))) {
    return pathBanner(*path, found ? found->text + u'.' : QString(), partial);
  }
  if (found) {
    return {
        found->tone, tr("Finding"), found->text,
        joined({pathWords(path), findings.empty() ? QString() : findings.front().text, partial}),
        std::nullopt};
  }
  if (!findings.empty()) {
    const RunNote& first = findings.front();
    const QString causes = first.lines.isEmpty()
                               ? tr("Nothing in the chain as it is drawn would explain it.")
                               : tr("What may be behind it, the likeliest first, stands below.");
    return {Tone::attention, tr("Not as predicted"), first.text,
            joined({causes, others(findings.size()).trimmed(), partial}), std::nullopt};
  }
  const bool isOfPath = result.procedure->id() == "path";
  QString sentence = isOfPath ? QString() : mainFigureText(result.procedure->id(), result.reading);
  if (sentence.isEmpty()) {
    sentence = path ? tr("The path is clean") : measureWord(result.procedure->name());
  }
  const bool saysItAlready = isOfPath && path != nullptr && path->unseen.empty();
  return {isWhole ? Tone::good : Tone::attention,
          runStateWord(isWhole ? RunState::done : RunState::partial), sentence,
          joined({partial, saysItAlready
                               ? tr("What was played came back whole, in place and unchanged.")
                               : pathWords(path)}),
          std::nullopt};
}

}  // namespace linecheck::ui
