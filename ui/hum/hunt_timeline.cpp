#include "hum/hunt_timeline.h"

#include <chrono>
#include <cmath>
#include <utility>

#include "text/cause_text.h"
#include "text/hunt_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using diagnosis::HuntEntry;

QString quoted(QString text) {
  return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString number(double value) {
  return std::isfinite(value) ? QString::number(value, 'f', 2) : QString();
}

}  // namespace

HuntTimeline::HuntTimeline(Now now, QObject* parent) : QObject(parent), now_(std::move(now)) {}

void HuntTimeline::clear() {
  moments_.clear();
  Q_EMIT changed();
}

void HuntTimeline::setFrame(std::string chain, diagnosis::ListeningPoint at,
                            diagnosis::Conclusion conclusion) {
  chain_ = std::move(chain);
  at_ = std::move(at);
  conclusion_ = std::move(conclusion);
}

diagnosis::HuntJournal HuntTimeline::journal() const {
  diagnosis::HuntJournal journal;
  journal.chain = chain_;
  journal.at = at_;
  journal.conclusion = conclusion_;
  for (const HuntMoment& moment : moments_) {
    if (moment.isNote || moment.isUndone) continue;
    const std::chrono::sys_seconds at{std::chrono::seconds(moment.at.toSecsSinceEpoch())};
    journal.entries.push_back({at, moment.entry});
  }
  return journal;
}

void HuntTimeline::replace(const diagnosis::HuntJournal& journal, const chain::Desk& desk) {
  setFrame(journal.chain, journal.at, journal.conclusion);
  moments_.clear();
  for (const diagnosis::JournalEntry& one : journal.entries) {
    HuntMoment moment;
    moment.at = QDateTime::fromSecsSinceEpoch(one.at.time_since_epoch().count());
    moment.entry = one.entry;
    describe(moment, desk);
    moments_.push_back(std::move(moment));
  }
  Q_EMIT changed();
}

void HuntTimeline::add(const HuntEntry& entry, const chain::Desk& desk, const HeardStretch* heard,
                       std::shared_ptr<const measure::SpectrumFrame> picture) {
  HuntMoment moment;
  moment.at = now_();
  moment.entry = entry;
  for (auto before = moments_.rbegin(); before != moments_.rend() && !moment.before; ++before) {
    moment.before = before->after;
  }
  if (heard != nullptr) {
    moment.after = std::move(picture);
    moment.samples = heard->samples;
    moment.rate = heard->rate;
  }
  describe(moment, desk);
  moments_.push_back(std::move(moment));
  Q_EMIT changed();
}

void HuntTimeline::addUndone(const HuntEntry& entry, const chain::Desk& desk) {
  HuntMoment moment;
  moment.at = now_();
  moment.isNote = true;
  for (auto last = moments_.rbegin(); last != moments_.rend(); ++last) {
    if (last->isNote || last->isUndone) continue;
    last->isUndone = true;
    break;
  }
  moment.title = tr("Undone: %1").arg(entry.step ? stepWords(*entry.step, desk).title : QString());
  moments_.push_back(std::move(moment));
  Q_EMIT changed();
}

void describe(HuntMoment& moment, const chain::Desk& desk) {
  const HuntEntry& entry = moment.entry;
  const QString step = entry.step ? stepWords(*entry.step, desk).title : QString();
  switch (entry.kind) {
    case HuntEntry::Kind::begun:
      moment.title = HuntTimeline::tr("The hunt begins");
      break;
    case HuntEntry::Kind::measured:
      moment.title = step;
      break;
    case HuntEntry::Kind::skipped:
      moment.title = HuntTimeline::tr("Not possible: %1").arg(step);
      break;
    case HuntEntry::Kind::putBack:
      moment.title = HuntTimeline::tr("Put back: %1").arg(step);
      break;
  }
  if (const auto outcome = outcomeOf(entry, desk)) {
    moment.result = outcome->word + QStringLiteral(". ") +
                    changeText(entry.change.value_or(entry.comparison->total));
    moment.banner.tone = outcome->tone;
    moment.banner.word = outcome->word;
  }
  if (entry.heard) {
    const auto& main = entry.heard->main();
    const QString cause =
        causeText(main.cause) + QStringLiteral(" · ") + probabilityText(main.probability);
    moment.result += (moment.result.isEmpty() ? QString() : QStringLiteral(" · ")) + cause;
    moment.banner.confidence = main.probability;
    if (moment.banner.word.isEmpty()) {
      moment.banner.tone = toneOf(main.cause);
      moment.banner.word = HuntTimeline::tr("Heard");
    }
    moment.banner.sentence = causeText(main.cause);
  }
  moment.banner.detail = moment.title + QStringLiteral(". ") + moment.result;
}

QString timelineCsv(const std::vector<HuntMoment>& moments) {
  QString csv =
      QStringLiteral("time,step,verdict,change_db,standard_error_db,main_cause,probability\n");
  for (const HuntMoment& moment : moments) {
    QStringList fields{moment.at.toString(Qt::ISODate), quoted(moment.title)};
    if (moment.entry.comparison) {
      const diagnosis::Change& total = moment.entry.comparison->total;
      const auto verdict = diagnosis::changeVerdictId(total.verdict);
      fields << QString::fromUtf8(verdict.data(), static_cast<qsizetype>(verdict.size()))
             << number(total.change.value()) << number(total.standardError.value());
    } else {
      fields << QString() << QString() << QString();
    }
    if (moment.entry.heard) {
      const auto& main = moment.entry.heard->main();
      const auto id = diagnosis::causeId(main.cause);
      fields << QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))
             << number(main.probability);
    } else {
      fields << QString() << QString();
    }
    csv += fields.join(u',') + u'\n';
  }
  return csv;
}

}  // namespace linecheck::ui
