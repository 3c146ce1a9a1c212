#include <algorithm>
#include <map>

#include "setup/finding_items.h"
#include "setup/opinion.h"

namespace linecheck::setup {
namespace {

using chain::DeviceId;
using chain::Place;
using rules::Finding;
using rules::Severity;

bool isAt(const Item& item, const Place& place) {
  return std::any_of(item.where.begin(), item.where.end(), [&](const Place& own) {
    return own == place || (own.part == place.part && (own.detail.empty() || place.detail.empty()));
  });
}

/// That of its kind at the finding's first place that any is at; else the first of its kind.
const Item* itemFor(const Evidence& evidence, const Finding& finding) {
  const auto kind = itemKindOf(finding.id);
  if (!kind) return nullptr;
  for (const Place& place : finding.where) {
    for (const Item& item : evidence.items) {
      if (item.kind == *kind && isAt(item, place)) return &item;
    }
  }
  return evidence.first(*kind);
}

/// What the user knows of and accepts counts no more, but danger.
bool counts(const Finding& finding) {
  return !finding.isApproved || finding.severity == Severity::danger;
}

/// It asks for something that would settle it. What a data sheet does not tell, the user cannot
/// either.
bool isQuestion(const Finding& finding) {
  const std::string& id = finding.id;
  return id != "rejection-unknown" &&
         (id.find("unknown") != std::string::npos || id.starts_with("unchecked-") ||
          id.find("perhaps-") != std::string::npos);
}

/// Ways that the desk settles as soon as all of it is told.
bool isOneSource(const Survey& survey) {
  const auto& devices = survey.powerUp;
  return std::all_of(devices.begin(), devices.end(), [&](const DeviceId& device) {
    const auto* profile = survey.desk.profile(device);
    const bool isFedOtherwise = profile && profile->power &&
                                profile->power->supply != profiles::Supply::externalAdapter &&
                                profile->power->supply != profiles::Supply::internalMains;
    return isFedOtherwise || !survey.desk.feeds(device).empty();
  });
}

bool isAdapterTold(const Survey& survey, const Item& item) {
  const auto& feeds = survey.desk.feeds(DeviceId(item.where.front().part));
  return !feeds.empty() && std::all_of(feeds.begin(), feeds.end(), [](const auto* lead) {
    const auto& adapter = lead->adapter;
    return adapter && (adapter->isOriginal == true || (adapter->current && adapter->voltage));
  });
}

bool isUpsTold(const Survey& survey, const Item& item) {
  const auto* point = survey.desk.powerPoint(chain::PowerPointId(item.where.front().part));
  return point && point->kind == chain::PowerPoint::Kind::ups;
}

bool isSettled(const Survey& survey, const Item& item) {
  switch (item.kind) {
    case ItemKind::oneSource:
      return isOneSource(survey);
    case ItemKind::supply:
      return isAdapterTold(survey, item);
    case ItemKind::ups:
      return isUpsTold(survey, item);
    case ItemKind::earth:
      return survey.desk.chain().mains.hasWorkingEarth == true;
    default:
      return isSettledByRules(item.kind);
  }
}

/// Without a UPS its advice asks for nothing.
bool isMereAdvice(const Survey& survey, const Item& item) {
  return item.kind == ItemKind::ups && !isUpsTold(survey, item);
}

}  // namespace

void checkRules(const Evidence& evidence, Opinions& opinions) {
  std::map<std::string, Opinion> byItem;
  for (const Finding& finding : evidence.survey.findings) {
    const Item* item = itemFor(evidence, finding);
    // How low a trim is, is judged together with the knob behind it.
    if (!item || finding.id == "trim-low") continue;
    Opinion& opinion = byItem[item->id];
    opinion.findings.push_back(finding);
    if (finding.severity != Severity::info && counts(finding)) opinion.state = State::wrong;
  }
  for (const Item& item : evidence.items) {
    Opinion opinion = std::move(byItem[item.id]);
    opinion.item = item.id;
    opinion.by = KnownBy::chain;
    if (isMereAdvice(evidence.survey, item)) {
      opinion.state = State::notNeeded;
    } else if (opinion.state != State::wrong && isSettled(evidence.survey, item) &&
               std::none_of(opinion.findings.begin(), opinion.findings.end(), isQuestion)) {
      opinion.state = State::done;
      opinion.found = Sentence{"By the desk's description it is right."};
    }
    if (opinion.state != State::unknown || !opinion.findings.empty()) {
      opinions.push_back(std::move(opinion));
    }
  }
}

}  // namespace linecheck::setup
