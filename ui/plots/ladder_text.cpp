#include "plots/ladder_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(HarmonicLadder)
};

QString withError(const Reading& reading, const std::optional<Decibels>& error) {
  if (!error) return reading.text();
  return Reading{reading.number + QStringLiteral(" ± ") + numberText(error->value(), 1),
                 reading.unit}
      .text();
}

QString changeText(const LadderRung& rung) {
  const Reading size = decibelsReading(Decibels::of(std::abs(rung.change->value())));
  const QString by = withError({size.number, QStringLiteral("dB")}, rung.changeStandardError);
  const bool fell = rung.change->value() < 0.0;
  switch (rung.verdict.value_or(LadderRung::Verdict::cannotTell)) {
    case LadderRung::Verdict::changed:
      return fell ? Text::tr("fell by %1 since A").arg(by) : Text::tr("rose by %1 since A").arg(by);
    case LadderRung::Verdict::unchanged:
      return Text::tr("unchanged since A (%1)")
          .arg(withError({(fell ? QStringLiteral("−") : QStringLiteral("+")) + size.number,
                          QStringLiteral("dB")},
                         rung.changeStandardError));
    case LadderRung::Verdict::cannotTell:
      return fell ? Text::tr("%1 less than A, which may be chance").arg(by)
                  : Text::tr("%1 more than A, which may be chance").arg(by);
  }
  return {};
}

}  // namespace

QStringList rungLines(const LadderRung& rung, const LevelScale& levels) {
  QStringList lines{
      Text::tr("%1×, %2").arg(rung.order).arg(frequencyReading(rung.frequency, 2).text())};
  const Reading level = levels.read(rung.level);
  // A standard error in decibels says nothing of volts.
  const bool isDecibels = levels.unit() != LevelUnit::volts;
  lines << (rung.detected ? withError(level, isDecibels ? rung.standardError : std::nullopt)
                          : Text::tr("not found, below %1").arg(level.text()));
  if (rung.change) lines << changeText(rung);
  return lines;
}

QString ladderText(const std::vector<LadderRung>& rungs, const LevelScale& levels) {
  if (rungs.empty()) return Text::tr("No mains frequency is known yet.");
  const auto detected = std::count_if(rungs.begin(), rungs.end(),
                                      [](const LadderRung& rung) { return rung.detected; });
  QStringList sentences{Text::tr("%1 of %2 harmonics found.").arg(detected).arg(rungs.size())};
  for (const LadderRung& rung : rungs) {
    if (rung.detected || rung.verdict == LadderRung::Verdict::changed) {
      sentences << rungLines(rung, levels).join(QStringLiteral(", ")) + u'.';
    }
  }
  return sentences.join(u' ');
}

}  // namespace linecheck::ui
