#include "base/number_text.h"
#include "prediction/texts.h"
#include "rules/control_words.h"
#include "setup/comfort.h"
#include "setup/item_makers.h"

namespace linecheck::setup {
namespace {

using chain::Desk;
using chain::Device;
using chain::Place;
using levels::RouteControl;

/// The one model with batches that destroy headphones; its successors have other profiles.
constexpr std::string_view kWithUnsafeBatches = "topping-l30";

void addSerial(const Desk& desk, const Device& device, std::vector<Item>& items) {
  if (device.profile != kWithUnsafeBatches) return;
  Item item;
  item.kind = ItemKind::serial;
  item.id = itemId(item.kind, device.id.text());
  item.text = {
      "Read the serial number under %1 and enter it. From 2021 on it is safe; up to 2011 "
      "do not use it.",
      {desk.name(device.id)}};
  item.why = {
      "The first units can put DC on their output, which destroys them and the headphones, and "
      "a spark from a hand can kill them."};
  item.where = {Place(device.id)};
  item.canBeKnownBy = {KnownBy::chain};
  item.picture = Picture::serialLabel;
  item.basis = profileBasis(desk, device.id) + ' ' + device.serial;
  items.push_back(std::move(item));
}

void addHeadphoneOutput(const Survey& survey, std::vector<Item>& items) {
  const Desk& desk = survey.desk;
  for (const Device& device : desk.chain().devices) {
    if (desk.kind(device.id) != profiles::Kind::headphones) continue;
    for (const auto& end : desk.attached(device.id)) {
      Item item;
      item.kind = ItemKind::headphoneOutput;
      item.id = itemId(item.kind, end.cable->id.text());
      item.text = {"%1 is on an output that suits it: %2.",
                   {desk.name(device.id), socketName(desk, end.far->socket)}};
      item.why = {
          "An output of high impedance loses level in low-impedance headphones. A balanced output "
          "wants a balanced cable: an adapter to an ordinary plug shorts half of it."};
      item.where = {Place(end.cable->id), Place(end.far->socket.device, end.far->socket.port),
                    Place(device.id)};
      item.canBeKnownBy = {KnownBy::chain};
      item.picture = Picture::headphonePlug;
      item.basis = profileBasis(desk, device.id) + ' ' +
                   profileBasis(desk, end.far->socket.device) + ':' + end.far->socket.port;
      items.push_back(std::move(item));
    }
  }
}

const RouteControl* gainSwitch(const Survey& survey) {
  const RouteControl* found = nullptr;
  for (const RouteControl& control : survey.controls) {
    if (control.role == RouteControl::Role::gain) found = &control;
  }
  return found;
}

void addGain(const Survey& survey, std::vector<Item>& items) {
  const RouteControl* gain = gainSwitch(survey);
  if (!gain) return;
  const Place place = gain->place();
  const auto* choice = survey.choiceFor(place);
  Item item;
  item.kind = ItemKind::gain;
  item.id = itemId(item.kind, place.text());
  item.basis = profileBasis(survey.desk, gain->device);
  if (choice) {
    item.large = prediction::positionText(*choice);
    item.text = {
        "Set %1 of %2 to %3: the lowest gain that is loud enough.",
        {rules::controlName(survey.desk, place), survey.desk.name(gain->device), item.large}};
    item.target = Target{place, *choice};
    item.basis += ' ' + targetBasis(*item.target);
  } else {
    item.text = {"Set %1 of %2 to the lowest position at which it gets loud enough.",
                 {rules::controlName(survey.desk, place), survey.desk.name(gain->device)}};
  }
  item.why = {
      "Choose it by how sensitive the headphones are, not by their impedance. At too much gain the "
      "knob works near its left stop, where a small turn is a jump; gain alone adds no power."};
  item.where = {place};
  item.canBeKnownBy = {KnownBy::measured, KnownBy::chain, KnownBy::user};
  item.picture = Picture::gainSwitch;
  items.push_back(std::move(item));
}

std::string travelText(const matching::Bounded<chain::Travel>& travel) {
  const auto percent = [](const std::optional<chain::Travel>& at) {
    return at ? numberText(100.0 * at->fraction, 0) : std::string();
  };
  const std::string low = percent(travel.low());
  const std::string high = percent(travel.high());
  if (!low.empty() && !high.empty() && low != high) return low + "–" + high + " %";
  const std::string best = percent(travel.nominal());
  return best.empty() ? best : best + " %";
}

Sentence knobText(const Survey& survey, const levels::Recommendation::Knob& knob) {
  const std::string name = rules::controlName(survey.desk, knob.control);
  const std::string device = survey.desk.name(chain::DeviceId(knob.control.part));
  const std::string wished = numberText(survey.wishes.listening.value(), 0, "dB SPL");
  const auto travel = knobTravel(survey, knob.attenuation);
  const std::string text = travelText(travel);
  if (!text.empty()) {
    return {"Turn %1 of %2 up to where it is comfortable: %3 is expected at %4 of its travel.",
            {name, device, wished, text}};
  }
  const auto below = knob.attenuation.nominal;
  if (below) {
    return {"Turn %1 of %2 up to where it is comfortable: %3 is expected %4 below fully up.",
            {name, device, wished, numberText(below->value(), 0, "dB")}};
  }
  return {"Turn %1 of %2 up to where it is comfortable: best in about the middle of its travel.",
          {name, device}};
}

void addKnob(const Survey& survey, std::vector<Item>& items) {
  Item item;
  item.kind = ItemKind::knob;
  const auto& recommended = survey.recommended;
  if (recommended && recommended->knob) {
    item.where = {recommended->knob->control};
    item.text = knobText(survey, *recommended->knob);
    item.travel = knobTravel(survey, recommended->knob->attenuation);
  } else {
    const RouteControl* volume = nullptr;
    for (const RouteControl& control : survey.controls) {
      if (control.role == RouteControl::Role::volume) volume = &control;
    }
    if (!volume) return;
    item.where = {volume->place()};
    item.text = {
        "Turn %1 of %2 up to where it is comfortable: best in about the middle of its "
        "travel.",
        {rules::controlName(survey.desk, volume->place()), survey.desk.name(volume->device)}};
  }
  item.id = itemId(item.kind, item.where.front().text());
  item.why = {
      "In the middle of its travel a knob is easy to set, and both channels turn down alike."};
  item.canBeKnownBy = {KnownBy::user};
  item.picture = Picture::knob;
  item.basis = profileBasis(survey.desk, chain::DeviceId(item.where.front().part));
  for (const auto& argument : item.text.arguments) item.basis += ' ' + argument;
  items.push_back(std::move(item));
}

void addLiveControl(const Survey& survey, std::vector<Item>& items) {
  Item item;
  item.kind = ItemKind::liveControl;
  item.id = itemId(item.kind);
  item.text = {"One knob is turned day by day, and everything else stays as it is set."};
  item.why = {
      "With volumes in several places nobody knows any more which of them is down, and each costs "
      "some quality."};
  item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
  item.picture = Picture::knob;
  for (const RouteControl& control : survey.controls) {
    if (control.role != RouteControl::Role::volume &&
        control.role != RouteControl::Role::digitalVolume) {
      continue;
    }
    item.where.push_back(control.place());
    item.basis += profileBasis(survey.desk, control.device) + ' ';
  }
  if (item.where.empty()) return;
  items.push_back(std::move(item));
}

void addAirflow(const Desk& desk, const Device& device, std::vector<Item>& items) {
  const auto* profile = desk.profile(device.id);
  if (!profile || !profile->needsAirflow) return;
  Item item;
  item.kind = ItemKind::airflow;
  item.id = itemId(item.kind, device.id.text());
  item.text = {"%1 stands free, with nothing on top of it.", {desk.name(device.id)}};
  item.why = {"It gets warm, and its case is what cools it."};
  item.where = {Place(device.id)};
  item.canBeKnownBy = {KnownBy::chain, KnownBy::user};
  item.picture = Picture::airflow;
  item.basis = profileBasis(desk, device.id);
  items.push_back(std::move(item));
}

void addPlugCare(const Survey& survey, std::vector<Item>& items) {
  if (!survey.amplifier) return;
  Item item;
  item.kind = ItemKind::plugCare;
  item.id = itemId(item.kind);
  item.text = {"Turn the volume down before you plug headphones in or out."};
  item.why = {
      "A plug that is half in shorts the output for a moment. At high volume that, and clipping "
      "for long, is what amplifiers die of, after wrong adapters."};
  item.where = {Place(survey.amplifier->id)};
  item.canBeKnownBy = {KnownBy::user};
  item.picture = Picture::headphonePlug;
  item.basis = profileBasis(survey.desk, survey.amplifier->id);
  items.push_back(std::move(item));
}

}  // namespace

void addAmplifierItems(const Survey& survey, std::vector<Item>& items) {
  const auto& devices = survey.desk.chain().devices;
  for (const Device& device : devices) addSerial(survey.desk, device, items);
  addHeadphoneOutput(survey, items);
  addGain(survey, items);
  addKnob(survey, items);
  addLiveControl(survey, items);
  for (const Device& device : devices) addAirflow(survey.desk, device, items);
  addPlugCare(survey, items);
}

}  // namespace linecheck::setup
