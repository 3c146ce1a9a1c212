#include "text/setup_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "setup/words.h"
#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Setup)
};

constexpr auto kSoonEnough = std::chrono::hours(12);  // Within it the time of day says enough.

bool isGrave(const setup::ItemState& item) {
  return std::any_of(item.findings.begin(), item.findings.end(),
                     [](const auto& finding) { return finding.severity >= rules::Severity::bad; });
}

QString translatedWord(std::string_view english) {
  return QCoreApplication::translate("Setup", std::string(english).c_str());
}

}  // namespace

QString shortStepName(setup::StepId step) {
  using setup::StepId;
  switch (step) {
    case StepId::desk:
      return Text::tr("Your desk");
    case StepId::cables:
      return Text::tr("Cables");
    case StepId::power:
      return Text::tr("Power");
    case StepId::powerUp:
      return Text::tr("Switch on");
    case StepId::computer:
      return Text::tr("Computer");
    case StepId::audioInterface:
      return Text::tr("Interface");
    case StepId::amplifier:
      return Text::tr("Amplifier");
    case StepId::oneKnob:
      return Text::tr("One knob");
    case StepId::noise:
      return Text::tr("Noise");
    case StepId::checklist:
      return Text::tr("Checklist");
  }
  return {};
}

BannerState::Tone toneOf(const setup::ItemState& item) {
  switch (item.state) {
    case setup::State::done:
      return BannerState::Tone::good;
    case setup::State::wrong:
      return isGrave(item) ? BannerState::Tone::bad : BannerState::Tone::attention;
    case setup::State::unknown:
    case setup::State::notNeeded:
      return BannerState::Tone::quiet;
  }
  return BannerState::Tone::quiet;
}

BannerState::Tone toneOf(const setup::StepState& step) {
  if (step.state == setup::State::done) return BannerState::Tone::good;
  if (step.state != setup::State::wrong) return BannerState::Tone::quiet;
  const bool isAnyGrave = std::any_of(step.items.begin(), step.items.end(), [](const auto& item) {
    return item.state == setup::State::wrong && isGrave(item);
  });
  return isAnyGrave ? BannerState::Tone::bad : BannerState::Tone::attention;
}

QString stateText(setup::State state) {
  return translatedWord(setup::stateWords(state));
}

QString knownByText(setup::KnownBy by) {
  return translatedWord(setup::knownByWords(by));
}

QString knownByText(const setup::ItemState& item, std::chrono::sys_seconds now) {
  if (!item.knownBy) return {};
  const QString by = knownByText(*item.knownBy);
  if (!item.at || *item.knownBy == setup::KnownBy::chain) return by;
  const auto when = QDateTime::fromSecsSinceEpoch(item.at->time_since_epoch().count());
  const QString time = now - *item.at < kSoonEnough
                           ? QLocale().toString(when.time(), QLocale::ShortFormat)
                           : QLocale().toString(when.date(), QLocale::ShortFormat);
  return by + QStringLiteral(" · ") + time;
}

QString itemSummary(const setup::ItemState& item) {
  QString text = stateText(item.state);
  if (item.knownBy) text += QStringLiteral(", ") + knownByText(*item.knownBy);
  if (item.found) text += QStringLiteral(". ") + translated(*item.found);
  return text;
}

}  // namespace linecheck::ui
