#include "text/hunt_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "text/cause_text.h"
#include "text/chain_text.h"
#include "text/finding_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using diagnosis::ChangeVerdict;
using diagnosis::Conclusion;
using diagnosis::HuntEntry;
using diagnosis::StepAction;
using Stage = HuntStand::Stage;

constexpr std::size_t kMostListed = 4;
/// Of a loop, what it rests on.
constexpr double kWorthSaying = 0.1;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Hunt)
};

BannerState::Tone toneOf(ChangeVerdict verdict) {
  switch (verdict) {
    case ChangeVerdict::less:
      return BannerState::Tone::good;
    case ChangeVerdict::more:
      return BannerState::Tone::bad;
    case ChangeVerdict::unchanged:
      return BannerState::Tone::quiet;
    case ChangeVerdict::cannotTell:
      break;
  }
  return BannerState::Tone::attention;
}

std::optional<DummyView> dummyOf(const diagnosis::Step& step, const chain::Desk& desk) {
  const auto placed = [&]() -> std::optional<chain::DummyPlug> {
    switch (step.action) {
      case StepAction::dummyInReceiver:
        return chain::DummyPlug::inReceiver;
      case StepAction::dummyAndCable:
        return chain::DummyPlug::betweenCableAndB;
      case StepAction::dummyOnLooseEnd:
        return chain::DummyPlug::onLooseEnd;
      case StepAction::dummyInSender:
        return chain::DummyPlug::betweenCableAndA;
      default:
        return std::nullopt;
    }
  }();
  if (!placed) return std::nullopt;
  for (const chain::Place& place : step.where) {
    const chain::Cable* cable = desk.cable(chain::CableId(place.part));
    if (cable == nullptr) continue;
    return DummyView{*placed, deviceName(desk, cable->from.socket.device),
                     deviceName(desk, cable->to.socket.device)};
  }
  return std::nullopt;
}

const HuntEntry* lastMeasured(const diagnosis::Hunt& hunt) {
  const auto& entries = hunt.entries();
  return entries.empty() || entries.back().kind != HuntEntry::Kind::measured ? nullptr
                                                                             : &entries.back();
}

/// The devices that a suspect runs through besides its own link: loops by one cable differ there.
QString wayRound(const diagnosis::Suspect& suspect, const chain::Desk& desk) {
  QStringList devices;
  for (const chain::Place& place : suspect.where) {
    if (place == suspect.where.front()) continue;
    if (desk.device(chain::DeviceId(place.part)) == nullptr) continue;
    devices << deviceName(desk, chain::DeviceId(place.part));
  }
  devices.removeDuplicates();
  return devices.join(QStringLiteral(", "));
}

QStringList suspectLines(const std::vector<diagnosis::Suspect>& suspects, const chain::Desk& desk) {
  QStringList lines;
  for (const diagnosis::Suspect& suspect : suspects) {
    if (static_cast<std::size_t>(lines.size()) == kMostListed) break;
    QString line = suspectText(suspect, desk);
    const auto alike = std::count_if(suspects.begin(), suspects.end(), [&](const auto& other) {
      return suspectText(other, desk) == line;
    });
    if (alike > 1) line += Text::tr(", round by %1").arg(wayRound(suspect, desk));
    lines << line + QStringLiteral(" · ") + probabilityText(suspect.probability);
  }
  return lines;
}

/// As `partText`, but a cable by the devices at its ends alone where no other joins those.
QString linkText(const chain::Desk& desk, const std::string& part) {
  const chain::Cable* cable = desk.cable(chain::CableId(part));
  if (cable == nullptr) return partText(desk, part);
  const auto& from = cable->from.socket.device;
  const auto& to = cable->to.socket.device;
  const auto& all = desk.chain().cables;
  const auto alike = std::count_if(all.begin(), all.end(), [&](const chain::Cable& other) {
    return other.from.socket.device == from && other.to.socket.device == to;
  });
  if (alike > 1) return partText(desk, part);
  return Text::tr("Cable from %1 to %2").arg(deviceName(desk, from), deviceName(desk, to));
}

// What the hunt takes for granted, where it begins and where it ends.
QString takenText(const HuntStand& stand, const chain::Desk& desk) {
  if (stand.takenForEarthed.empty() || (stand.stepsDone > 0 && stand.stage != Stage::ended)) {
    return {};
  }
  const auto& suspects = stand.hunt->suspects();
  const bool isAboutLoops = std::any_of(suspects.begin(), suspects.end(), [](const auto& one) {
    return one.cause == Cause::groundLoop && one.probability > kWorthSaying;
  });
  if (!isAboutLoops) return {};
  QStringList names;
  for (const chain::DeviceId& device : stand.takenForEarthed) names << deviceName(desk, device);
  return Text::tr(
             "Your desk does not say whether these have an earth contact in their plugs, so "
             "they are taken to have one: %1. If not, say so on the page Chain.")
      .arg(names.join(QStringLiteral(", ")));
}

StepCardState idleCard(bool isListening) {
  StepCardState card;
  card.kicker = Text::tr("The hunt");
  card.title = Text::tr("Find the link that carries it");
  card.how = Text::tr(
      "One cheap step at a time, measured before and after, until the link is "
      "named. Leave the music off.");
  if (isListening) card.primary = Text::tr("Start the hunt");
  return card;
}

/// Of a hunt without a desk: the cause is all that can be told.
void describeDesklessEnd(StepCardState& card, const diagnosis::Hunt& hunt) {
  card.kicker = Text::tr("From what is heard alone");
  card.primary = Text::tr("Start again");
  for (auto entry = hunt.entries().rbegin(); entry != hunt.entries().rend(); ++entry) {
    if (!entry->heard) continue;
    const Cause cause = entry->heard->main().cause;
    card.title = causeText(cause);
    card.how = causeAbout(cause);
    return;
  }
}

void describeEnd(StepCardState& card, const Conclusion& conclusion, const chain::Desk& desk,
                 int steps) {
  card.kicker = steps == 0   ? Text::tr("From what is heard alone")
                : steps == 1 ? Text::tr("After 1 step")
                             : Text::tr("After %1 steps").arg(steps);
  card.primary = Text::tr("Start again");
  switch (conclusion.kind) {
    case Conclusion::Kind::found: {
      const diagnosis::Suspect& found = conclusion.remaining.front();
      card.title = suspectText(found, desk);
      card.how = conclusion.cures.empty() ? Text::tr("No cure is known for this one.")
                                          : Text::tr("What cures it, the cheapest first:");
      for (const chain::Fix& fix : conclusion.cures) {
        const QString cost = costText(fix.cost);
        card.list << fixText(fix) +
                         (cost.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(cost));
      }
      break;
    }
    case Conclusion::Kind::nothing:
      card.title = Text::tr("There is nothing to hunt");
      card.how = Text::tr("Nothing stands above the chain's own noise.");
      break;
    case Conclusion::Kind::open:
    case Conclusion::Kind::goesOn: {
      card.title = Text::tr("This is as far as it goes");
      card.how = Text::tr("What remains cannot be told apart with the steps that are left:");
      card.list = suspectLines(conclusion.remaining, desk);
      QStringList tell;
      for (const diagnosis::Step& step : conclusion.wouldTell) tell << stepWords(step, desk).title;
      tell.removeDuplicates();
      if (!tell.isEmpty()) {
        card.why = Text::tr("This would tell: %1.").arg(tell.join(QStringLiteral("; ")));
      }
      break;
    }
  }
}

}  // namespace

QString effortText(const diagnosis::Step& step) {
  const int minutes = std::max(1, qRound(step.minutes));
  QString text =
      minutes == 1 ? Text::tr("about a minute") : Text::tr("about %1 minutes").arg(minutes);
  const QString cost = costText(step.cost);
  return text + QStringLiteral(" · ") + (cost.isEmpty() ? Text::tr("free") : cost);
}

QString suspectText(const diagnosis::Suspect& suspect, const chain::Desk& desk) {
  if (suspect.where.empty() || suspect.where.front().part.empty()) return causeText(suspect.cause);
  return Text::tr("%1: %2").arg(causeText(suspect.cause),
                                linkText(desk, suspect.where.front().part));
}

std::optional<StepCardState::Outcome> outcomeOf(const HuntEntry& entry, const chain::Desk& desk) {
  if (!entry.step || !entry.comparison) return std::nullopt;
  const diagnosis::Change* change = entry.change ? &*entry.change : &entry.comparison->total;
  QString text = stepWords(*entry.step, desk).title + QStringLiteral(" · ") + changeText(*change);
  if (change->verdict == ChangeVerdict::cannotTell)
    text += QStringLiteral(". ") + Text::tr("Capture longer.");
  return StepCardState::Outcome{toneOf(change->verdict), changeWord(change->verdict), text};
}

StepCardState stepCardOf(const HuntStand& stand, const chain::Desk& desk, bool isListening) {
  if (stand.stage == Stage::idle || stand.hunt == nullptr) return idleCard(isListening);
  StepCardState card;
  card.canStop = true;
  if (stand.stage == Stage::hearing) {
    card.kicker = Text::tr("The hunt begins");
    card.title = Text::tr("Listening to how it is now");
    card.how = Text::tr("Change nothing for a moment.");
    card.progress = stand.progress;
    return card;
  }
  const HuntEntry* last = lastMeasured(*stand.hunt);
  if (last != nullptr) card.outcome = outcomeOf(*last, desk);
  card.canUndo = stand.hunt->entries().size() > 1 || stand.stage == Stage::measuring;
  card.canPutBack = stand.standing.has_value() && stand.stage != Stage::measuring;
  if (stand.stage == Stage::ended && !stand.hasChain) {
    describeDesklessEnd(card, *stand.hunt);
  } else if (stand.stage == Stage::ended || !stand.current) {
    describeEnd(card, stand.hunt->conclusion(), desk, stand.stepsDone);
  } else {
    const diagnosis::Step& step = stand.current->step;
    const StepWords words = stepWords(step, desk);
    card.kicker =
        Text::tr("Step %1").arg(stand.stepsDone + 1) + QStringLiteral(" · ") + effortText(step);
    card.title = words.title;
    card.how = words.how;
    card.why = words.why;
    card.dummy = dummyOf(step, desk);
    if (stand.stage == Stage::measuring) {
      card.outcome.reset();
      card.progress = stand.progress;
      card.how = Text::tr("Measuring what it did. Change nothing for a moment.");
      card.why.clear();
    } else if (stand.awaitsCablesBack) {
      card.title = Text::tr("Plug everything back as it was");
      card.how = Text::tr(
          "The interface's own noise is known now. With your chain in its place "
          "again, the rest is your chain's.");
      card.why.clear();
      card.before = words.before;
      card.primary = Text::tr("Done: measure again");
    } else {
      card.before = words.before;
      QStringList back;
      for (const diagnosis::Step& done : stand.toPutBack) back << stepWords(done, desk).title;
      if (!back.isEmpty()) {
        card.putBack = Text::tr("Undo what you did: %1.").arg(back.join(QStringLiteral("; ")));
      }
      card.primary = step.action == StepAction::captureLonger ? Text::tr("Capture longer")
                                                              : Text::tr("Done: measure again");
    }
    card.canSkip = true;
  }
  if (const QString taken = takenText(stand, desk); !taken.isEmpty() && !card.progress) {
    card.why += (card.why.isEmpty() ? QString() : QStringLiteral("\n\n")) + taken;
  }
  if (!stand.hasChain) {
    card.why += (card.why.isEmpty() ? QString() : QStringLiteral("\n\n")) +
                Text::tr(
                    "No desk is drawn, so no link can be named. Draw yours on the page Chain, "
                    "and start again.");
  }
  return card;
}

std::optional<BannerState> huntingBanner(const std::vector<diagnosis::Suspect>& suspects) {
  std::map<diagnosis::Cause, double> causes;
  for (const diagnosis::Suspect& suspect : suspects) causes[suspect.cause] += suspect.probability;
  const auto likeliest =
      std::max_element(causes.begin(), causes.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (likeliest == causes.end()) return std::nullopt;
  BannerState state;
  state.tone = BannerState::Tone::attention;
  state.word = Text::tr("Hunting");
  state.sentence = causeText(likeliest->first);
  state.confidence = likeliest->second;
  return state;
}

std::optional<BannerState> bannerOf(const Conclusion& conclusion, const chain::Desk& desk) {
  switch (conclusion.kind) {
    case Conclusion::Kind::found: {
      const diagnosis::Suspect& found = conclusion.remaining.front();
      BannerState state;
      state.tone = BannerState::Tone::bad;
      state.word = Text::tr("Found");
      state.sentence = suspectText(found, desk);
      if (!conclusion.cures.empty()) {
        state.detail = Text::tr("The cheapest cure: %1").arg(fixText(conclusion.cures.front()));
      }
      state.confidence = found.probability;
      return state;
    }
    case Conclusion::Kind::open:
      return BannerState{BannerState::Tone::attention, Text::tr("Open"),
                         Text::tr("The hunt ends without one name"),
                         Text::tr("The step card says what remains, and what would tell."),
                         std::nullopt};
    case Conclusion::Kind::nothing:
    case Conclusion::Kind::goesOn:
      break;
  }
  return std::nullopt;
}

}  // namespace linecheck::ui
