#include "chain/live_controls.h"
#include "setup/opinion.h"

namespace linecheck::setup {
namespace {

using chain::DeviceId;
using profiles::Kind;

void checkDevices(const Evidence& evidence, Opinions& opinions) {
  const chain::Desk& desk = evidence.survey.desk;
  for (const Item& item : evidence.items) {
    if (item.kind != ItemKind::deviceKnown) continue;
    const DeviceId device(item.where.front().part);
    if (desk.profile(device)) {
      opinions.push_back({item.id, KnownBy::chain, State::done});
      continue;
    }
    opinions.push_back({item.id, KnownBy::chain, State::wrong,
                        Sentence{"The library has no data of %1.", {desk.name(device)}},
                        Sentence{"Pick it from the library, or describe it in the short form."}});
  }
}

void checkOrder(const Evidence& evidence, Opinions& opinions) {
  const Item* item = evidence.first(ItemKind::soundOrder);
  if (!item) return;
  const Survey& survey = evidence.survey;
  if (survey.desk.chain().devices.empty()) return;  // Not begun is not wrong.
  const auto ends = chain::listeningEnds(survey.desk);
  if (ends.empty() || !survey.path) {
    opinions.push_back(
        {item->id, KnownBy::chain, State::wrong,
         Sentence{"No way of the sound ends at headphones or monitors."},
         Sentence{"Add the devices that are missing, and the cables between them."}});
    return;
  }
  const bool isFromComputer =
      survey.desk.kind(survey.path->points.front().at.device) == Kind::computer ||
      (survey.converter && survey.desk.kind(survey.converter->id) == Kind::onboardAudio);
  if (!isFromComputer) {
    opinions.push_back({item->id, KnownBy::chain, State::wrong,
                        Sentence{"The sound does not begin at a computer."},
                        Sentence{"Add the computer, and its USB cable to the interface."}});
    return;
  }
  opinions.push_back({item->id, KnownBy::chain, State::done});
}

void checkPlugs(const Evidence& evidence, Opinions& opinions) {
  const Item* item = evidence.first(ItemKind::pluggedIn);
  if (!item) return;
  std::vector<std::string> loose;
  std::vector<chain::Place> places;
  for (const chain::Place& place : item->where) {
    if (!evidence.survey.desk.feeds(DeviceId(place.part)).empty()) continue;
    loose.push_back(evidence.survey.desk.name(DeviceId(place.part)));
    places.push_back(place);
  }
  if (loose.empty()) {
    opinions.push_back({item->id, KnownBy::chain, State::done});
    return;
  }
  Opinion opinion{item->id, KnownBy::chain, State::unknown,
                  Sentence{"Nobody has told where %1 plugs in.", {listed(loose)}}};
  opinion.suspects = std::move(places);
  opinions.push_back(std::move(opinion));
}

/// The desk always has a figure: that of most countries until somebody says otherwise.
void checkMains(const Evidence& evidence, Opinions& opinions) {
  if (const Item* item = evidence.first(ItemKind::mains)) {
    opinions.push_back({item->id, KnownBy::chain, State::done,
                        Sentence{"The desk says %1 and %2.", item->text.arguments}});
  }
}

}  // namespace

const Item* Evidence::first(ItemKind kind) const {
  for (const Item& item : items) {
    if (item.kind == kind) return &item;
  }
  return nullptr;
}

void checkDesk(const Evidence& evidence, Opinions& opinions) {
  checkDevices(evidence, opinions);
  checkOrder(evidence, opinions);
  checkPlugs(evidence, opinions);
  checkMains(evidence, opinions);
}

}  // namespace linecheck::setup
