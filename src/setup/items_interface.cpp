#include "prediction/texts.h"
#include "rules/control_words.h"
#include "setup/item_makers.h"

namespace linecheck::setup {
namespace {

using chain::Place;
using levels::RouteControl;
using Role = RouteControl::Role;

void addDigitalVolume(const Survey& survey, const RouteControl& control, std::vector<Item>& items) {
  const Place place = control.place();
  const auto* choice = survey.choiceFor(place);
  if (!choice) return;  // It is the only knob.
  Item item;
  item.kind = ItemKind::digitalVolume;
  item.id = itemId(item.kind, place.text());
  item.text = {"Set %1 of %2 fully up, to %3, and leave it there.",
               {rules::controlName(survey.desk, place), survey.desk.name(control.device),
                prediction::positionText(*choice)}};
  item.why = {
      "It turns down numbers. Every 6 dB bring the sound one bit nearer to the noise of the "
      "converter, and the knob behind it does the same without loss."};
  item.where = {place};
  item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
  item.picture = Picture::faders;
  item.target = Target{place, *choice};
  item.basis = profileBasis(survey.desk, control.device) + ' ' + targetBasis(*item.target);
  items.push_back(std::move(item));
}

void addTrim(const Survey& survey, const RouteControl& control, std::vector<Item>& items) {
  const Place place = control.place();
  const auto* choice = survey.choiceFor(place);
  if (!choice) return;
  Item item;
  item.kind = ItemKind::outputTrim;
  item.id = itemId(item.kind, place.text());
  item.large = prediction::positionText(*choice);
  item.text = {
      "Set %1 of %2 to %3.",
      {rules::controlName(survey.desk, place), survey.desk.name(control.device), item.large}};
  item.why = {
      "The highest level that the next input takes, and that leaves the knob behind it near the "
      "middle: that is as far as the signal gets above the noise."};
  item.where = {place};
  item.canBeKnownBy = {KnownBy::measured, KnownBy::chain, KnownBy::user};
  item.picture = Picture::trim;
  item.target = Target{place, *choice};
  item.basis = profileBasis(survey.desk, control.device) + ' ' + targetBasis(*item.target);
  items.push_back(std::move(item));
}

bool canMeasure(const Survey& survey) {
  const auto* profile = survey.converter ? survey.desk.profile(survey.converter->id) : nullptr;
  if (!profile || profile->kind != profiles::Kind::audioInterface) return false;
  for (const profiles::Port& port : profile->ports) {
    if (port.direction != profiles::Direction::in) continue;
    for (const profiles::Signal signal : port.signals) {
      if (signal == profiles::Signal::line) return true;
    }
  }
  return false;
}

void addHeadroom(const Survey& survey, std::vector<Item>& items) {
  if (!canMeasure(survey)) return;
  Item item;
  item.kind = ItemKind::headroom;
  item.id = itemId(item.kind, survey.converter->id.text());
  item.text = {"The output of %1 stays clean up to full scale.",
               {survey.desk.name(survey.converter->id)}};
  item.why = {
      "A tone that grows step by step through a cable from an output to an input shows from where "
      "on it clips, and by what."};
  item.where = {survey.output ? survey.output->place() : Place(survey.converter->id)};
  item.canBeKnownBy = {KnownBy::measured};
  item.picture = Picture::meter;
  item.basis = profileBasis(survey.desk, survey.converter->id);
  items.push_back(std::move(item));
}

}  // namespace

void addInterfaceItems(const Survey& survey, std::vector<Item>& items) {
  for (const RouteControl& control : survey.controls) {
    if (control.role == Role::digitalVolume) addDigitalVolume(survey, control, items);
  }
  for (const RouteControl& control : survey.controls) {
    if (control.role == Role::trim) addTrim(survey, control, items);
  }
  addHeadroom(survey, items);
}

}  // namespace linecheck::setup
