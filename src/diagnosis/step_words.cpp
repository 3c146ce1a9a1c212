#include "diagnosis/step_words.h"

#include <string>

namespace linecheck::diagnosis {
namespace {

using chain::Desk;
using chain::DeviceId;
using chain::Place;

/// The names that the sentences about a step need.
class Names {
 public:
  Names(const Step& step, const Desk& desk) : step_(step), desk_(desk) {}

  /// The first place: a device, or a cable by its two ends.
  [[nodiscard]] std::string first() const {
    return step_.where.empty() ? std::string() : nameOf(step_.where.front());
  }
  [[nodiscard]] std::string from() const {
    const chain::Cable* line = cable();
    return line ? desk_.name(line->from.socket.device) : first();
  }
  [[nodiscard]] std::string to() const {
    const chain::Cable* line = cable();
    return line ? desk_.name(line->to.socket.device) : first();
  }
  /// "INPUT of L30 II"
  [[nodiscard]] std::string input() const {
    const chain::Cable* line = cable();
    return line ? socket(line->to.socket) : ground();
  }
  [[nodiscard]] std::string output() const {
    const chain::Cable* line = cable();
    return line ? socket(line->from.socket) : first();
  }
  [[nodiscard]] std::string plug() const {
    const chain::Cable* line = cable();
    if (!line) return "antenna or network";
    const profiles::Port* port = desk_.port(line->to.socket);
    return port ? plugName(port->connector) : std::string();
  }
  [[nodiscard]] std::string control() const {
    if (step_.where.empty()) return {};
    const Place& place = step_.where.front();
    const profiles::Profile* profile = desk_.profile(DeviceId(place.part));
    const profiles::Control* found = profile ? profile->control(place.detail) : nullptr;
    return found && !found->name.empty() ? found->name : place.detail;
  }
  [[nodiscard]] std::string lifted() const {
    if (step_.where.empty()) return {};
    const Place& place = step_.where.front();
    const profiles::Profile* profile = desk_.profile(DeviceId(place.part));
    const profiles::Control* found = profile ? profile->control(place.detail) : nullptr;
    const auto* lift = found ? std::get_if<profiles::GroundLift>(&found->action) : nullptr;
    return lift ? lift->liftedName : std::string("LIFT");
  }
  /// All places but the last: what is to be moved.
  [[nodiscard]] std::string moved() const {
    std::string names;
    for (std::size_t i = 0; i + 1 < step_.where.size(); ++i) {
      names += (names.empty() ? "" : ", ") + nameOf(step_.where[i]);
    }
    return names;
  }
  [[nodiscard]] std::string last() const {
    return step_.where.empty() ? std::string() : nameOf(step_.where.back());
  }

 private:
  [[nodiscard]] const chain::Cable* cable() const {
    return step_.where.empty() ? nullptr : desk_.cable(chain::CableId(step_.where.front().part));
  }
  [[nodiscard]] std::string nameOf(const Place& place) const {
    if (desk_.device(DeviceId(place.part))) return desk_.name(DeviceId(place.part));
    if (const auto* point = desk_.powerPoint(chain::PowerPointId(place.part))) {
      return point->name.empty() ? point->id.text() : point->name;
    }
    return place.part;
  }
  /// The device behind an antenna or network lead.
  [[nodiscard]] std::string ground() const {
    return step_.where.size() > 1 ? nameOf(step_.where[1]) : first();
  }
  [[nodiscard]] std::string socket(const chain::Socket& socket) const {
    const profiles::Port* port = desk_.port(socket);
    const std::string device = desk_.name(socket.device);
    return port && !port->name.empty() ? port->name + " of " + device : device;
  }
  static std::string plugName(profiles::Connector connector) {
    using profiles::Connector;
    switch (connector) {
      case Connector::rca:
        return "RCA";
      case Connector::xlr3:
      case Connector::xlr4:
        return "XLR";
      case Connector::jack35Trs:
      case Connector::jack35Trrs:
        return "3.5 mm";
      case Connector::jack635Ts:
      case Connector::jack635Trs:
        return "6.35 mm";
      case Connector::comboXlrTrs:
        return "XLR or 6.35 mm";
      default:
        return "signal";
    }
  }

  const Step& step_;
  const Desk& desk_;
};

StepWords plainWords(const Step& step, const Names& names) {
  switch (step.action) {
    case StepAction::captureLonger:
      return {{"Capture longer"},
              {"Leave everything as it is and listen four times as long."},
              {"Noise averages out: what could not be told apart may be by then."}};
    case StepAction::measureBaseline:
      return {{"Measure the interface alone"},
              {"Plug an output of the interface straight into the input that listens, with nothing "
               "else in between."},
              {"What it hears then is its own noise and comes from no other device."}};
    case StepAction::muteSource:
      return {{"Stop what plays"},
              {"Stop and mute everything that %1 plays.", {names.first()}},
              {"If it goes, it was in the sound itself and not in the wiring."}};
    case StepAction::volumeDown:
      return {{"Turn %1 down", {names.first()}},
              {"Turn the volume of %1 all the way down.", {names.first()}},
              {"What goes with it comes in before the knob, what stays comes in behind it."}};
    case StepAction::computerBusy:
      return {{"Give the graphics card work"},
              {"Let %1 play a video or a game in a large window.", {names.first()}},
              {"Noise of the computer changes with its load, nothing else does."}};
    case StepAction::runOnBattery:
      return {{"Run %1 on its battery", {names.first()}},
              {"Pull the charger's plug out of %1.", {names.first()}},
              {"Without its charger it has no mains, and no loop closes through it."}};
    case StepAction::phoneAway:
      return {{"Put phones away"},
              {"Take all mobile phones two metres away, or set them to flight mode."},
              {"If the bursts stop, a phone made them."}};
    case StepAction::dimmersOff:
      return {{"Switch off dimmers and chargers"},
              {"Switch off dimmers, chargers and lamps on the same circuit."},
              {"If it stops, one of them sends its noise through the mains."}};
    case StepAction::moveCable:
      return {{"Lead the cable to %1 elsewhere", {names.to()}},
              {"Take the cable from %1 to %2 a hand's breadth or more away from power supplies and "
               "mains cables.",
               {names.from(), names.to()}},
              {"A field grows weaker with distance, current in the shield does not."}};
    case StepAction::otherUsbPort:
      return {
          {"Use another USB socket"},
          {"Plug the USB cable from %1 to %2 into a socket at the back of the computer, without "
           "a hub.",
           {names.from(), names.to()}},
          {"The sockets differ in how much noise they pass on."}};
    case StepAction::unplugCable:
      return {
          {"Unplug %1", {names.input()}},
          {"Pull the %1 plug out of %2. The other end stays in.", {names.plug(), names.input()}},
          {"If it stops, it comes by this cable or needs it to close a loop."}};
    case StepAction::switchOffDevice:
      return {{"Switch off %1", {names.first()}},
              {"Switch %1 off at its own switch. Its mains plug stays in.", {names.first()}},
              {"If it stops, this device or what feeds it makes it."}};
    case StepAction::oneStrip:
      return {{"One strip for all"},
              {"Plug %1 into %2.", {names.moved(), names.last()}},
              {"With their earths side by side, less current flows between them."}};
    case StepAction::groundLift:
      return {{"Ground switch of %1", {names.first()}},
              {"Set %1 of %2 to %3.", {names.control(), names.first(), names.lifted()}},
              {"It parts the signal's ground from the case; the protective earth stays."}};
    case StepAction::dummyInReceiver:
      return {{"Dummy plug 1: in %1", {names.to()}},
              {"Pull the cable out of %1 and put the dummy plug in its place.", {names.input()}},
              {"If it is still there, it comes in at %1 or behind it.", {names.to()}}};
    case StepAction::dummyAndCable:
      return {
          {"Dummy plug 2: between the cable and %1", {names.to()}},
          {"Leave the dummy plug in %1 and plug the cable into the dummy.", {names.input()}},
          {"If it comes back, current in the shield gets into %1 by its ground.", {names.to()}}};
    case StepAction::dummyOnLooseEnd:
      return {{"Dummy plug 3: on the loose end"},
              {"Plug the cable into %1 again, pull it out of %2, and put the dummy on that end. It "
               "must touch nothing.",
               {names.input(), names.output()}},
              {"If it is there, a field induces it in this cable."}};
    case StepAction::dummyInSender:
      return {{"Dummy plug 4: between the cable and %1", {names.from()}},
              {"Leave the dummy on the cable and plug it into %1.", {names.output()}},
              {"If it is there, current in this cable's shield makes it; if not, it comes from %1 "
               "or before.",
               {names.from()}}};
    case StepAction::borrowIsolator:
      return {{"Try an isolator"},
              {"Borrow a transformer isolator and put it into the cable from %1 to %2.",
               {names.from(), names.to()}},
              {"It passes the sound and no current between the grounds."}};
    case StepAction::borrowUsbIsolator:
      return {{"Try a USB isolator"},
              {"Borrow a USB isolator and put it between %1 and %2.", {names.from(), names.to()}},
              {"It passes the data and neither ground nor noise."}};
    case StepAction::tryBalancedCable:
      return {{"Try a balanced cable"},
              {"Join %1 and %2 by a balanced cable.", {names.from(), names.to()}},
              {"A balanced line does not hear what its shield carries."}};
  }
  return {};
}

}  // namespace

StepWords wordsFor(const Step& step, const Desk& desk) {
  StepWords words = plainWords(step, Names(step, desk));
  if (step.isPlugging) {
    words.before = Sentence{"First turn the speakers down and switch the amplifier off."};
  }
  return words;
}

}  // namespace linecheck::diagnosis
