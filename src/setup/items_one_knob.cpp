#include "rules/control_words.h"
#include "setup/item_makers.h"
#include "setup/monitor_switch.h"

namespace linecheck::setup {
namespace {

using chain::Place;

class OneKnobItems {
 public:
  OneKnobItems(const Survey& survey, const MonitorSwitch& found, std::vector<Item>& items)
      : desk_(survey.desk), switch_(found), items_(items) {
    for (const auto& monitor : switch_.monitorDevices) monitorNames_.push_back(desk_.name(monitor));
  }

  void add() {
    const std::string monitors = listed(monitorNames_);
    add(ItemKind::monitorsDown, {"Turn the volume of %1 all the way down.", {monitors}},
        {"On most monitors it is a knob at the back. It is set once, in the last of these steps."},
        Picture::monitors)
        .where = monitorPlaces();
    addMode(ItemKind::headphoneMode, switch_.headphones);
    Item& knob =
        add(ItemKind::comfortableKnob,
            {"Play pink noise and turn %1 of %2 until the headphones are comfortable.",
             {knobName(), device()}},
            {"From now on leave it where it is until the monitors are as loud."}, Picture::knob);
    if (switch_.knob) knob.where = {Place(switch_.device->id, switch_.knob->id)};
    addMode(ItemKind::monitorMode, switch_.monitors);
    add(ItemKind::monitorsUp,
        {"Turn the volume of %1 up until they are as loud as the headphones were.", {monitors}},
        {"With a sound level meter this is quick; by ear, change to and fro until you hear no "
         "difference."},
        Picture::monitors)
        .where = monitorPlaces();
    Item& matched =
        add(ItemKind::matched, {"Headphones and monitors are equally loud, within 0.5 dB."},
            {"A difference of less than half a decibel nobody hears. Of two things the louder one "
             "always sounds better, so a mix can only be judged at one loudness."},
            Picture::listening);
    matched.canBeKnownBy = {KnownBy::measured, KnownBy::user};
    add(ItemKind::switching, switchingText(),
        {"That is all there is to do from now on; the volume stays where it is."},
        Picture::modeSwitch);
  }

 private:
  [[nodiscard]] std::string device() const { return desk_.name(switch_.device->id); }
  [[nodiscard]] std::string knobName() const {
    return switch_.knob ? rules::controlName(desk_, Place(switch_.device->id, switch_.knob->id))
                        : std::string("the volume");
  }
  [[nodiscard]] Place place() const { return Place(switch_.device->id, switch_.control->id); }
  [[nodiscard]] std::vector<Place> monitorPlaces() const {
    std::vector<Place> places;
    for (const auto& monitor : switch_.monitorDevices) places.emplace_back(monitor);
    return places;
  }

  Item& add(ItemKind kind, Sentence text, Sentence why, Picture picture) {
    Item item;
    item.kind = kind;
    item.id = itemId(kind);
    item.text = std::move(text);
    item.why = std::move(why);
    item.picture = picture;
    item.where = {place()};
    item.canBeKnownBy = {KnownBy::user};
    item.basis = profileBasis(desk_, switch_.device->id);
    for (const auto& monitor : switch_.monitorDevices) {
      item.basis += ' ' + profileBasis(desk_, monitor);
    }
    return items_.emplace_back(std::move(item));
  }

  void addMode(ItemKind kind, const std::string& position) {
    const bool isBack = kind == ItemKind::headphoneMode;
    Item& item =
        add(kind,
            isBack ? Sentence{"Switch %1 to %2: the headphones play.", {device(), position}}
                   : Sentence{"Switch %1 to %2: the monitors play. Leave the knob alone.",
                              {device(), position}},
            {"Both hear the same knob, one after the other."}, Picture::modeSwitch);
    item.target = Target{place(), chain::Position{position}};
    item.basis += ' ' + targetBasis(*item.target);
  }

  [[nodiscard]] Sentence switchingText() const {
    const std::string forth = std::to_string(switch_.toMonitors);
    const std::string back = std::to_string(switch_.toHeadphones);
    switch (switch_.modes->operation) {
      case profiles::Operation::flick:
        return {
            "One click of the switch of %1 takes you from the headphones to the monitors and "
            "back: %2 and %3.",
            {device(), switch_.headphones, switch_.monitors}};
      case profiles::Operation::holdCycle:
        return {
            "Hold the knob of %1 for a second to go on to its next mode: %2 × to the monitors, "
            "%3 × back to the headphones.",
            {device(), forth, back}};
      case profiles::Operation::press:
        return {
            "Press the button of %1 to go on to its next mode: %2 × to the monitors, %3 × back "
            "to the headphones.",
            {device(), forth, back}};
    }
    return {};
  }

  const chain::Desk& desk_;
  const MonitorSwitch& switch_;
  std::vector<Item>& items_;
  std::vector<std::string> monitorNames_;
};

}  // namespace

void addOneKnobItems(const Survey& survey, std::vector<Item>& items) {
  if (const auto found = monitorSwitchOf(survey.desk)) OneKnobItems(survey, *found, items).add();
}

}  // namespace linecheck::setup
