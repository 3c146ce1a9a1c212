#include <array>

#include "json/pointer.h"
#include "profiles/part_readers.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

using Action = decltype(Control::action);
using PortIds = std::set<std::string>;

/// Ids of ports, each of which must exist.
std::vector<std::string> readPortIds(const json::Cursor& place, const PortIds& portIds) {
  std::vector<std::string> ids;
  for (const json::Cursor& item : place.items()) {
    const std::optional<std::string> id = item.text();
    if (!id) continue;
    if (!portIds.contains(*id)) item.fail("There is no port " + json::inQuotes(*id) + ".");
    ids.push_back(*id);
  }
  return ids;
}

/// The steps of a switch, each with a name and one figure.
template <class Step, class T, std::size_t N>
std::vector<Step> readSteps(const json::Cursor& place, std::string_view key,
                            const std::array<Unit<T>, N>& units, const FigureReader& figures) {
  std::vector<Step> steps;
  for (const json::Cursor& item : place.items()) {
    json::Members members = item.members();
    const std::optional<std::string> name = members.required("name").text();
    auto figure = figures.figure(members.required(key), units);
    if (name && figure) steps.push_back({*name, std::move(*figure)});
  }
  return steps;
}

Action readGainSwitch(json::Members& members, const FigureReader& figures, const PortIds&) {
  return GainSwitch{
      readSteps<GainSwitch::Step>(members.optional("steps"), "gain", kGainUnits, figures)};
}

Action readGainKnob(json::Members& members, const FigureReader& figures, const PortIds&) {
  return GainKnob{figures.figure(members.optional("minimum"), kGainUnits),
                  figures.figure(members.optional("maximum"), kGainUnits)};
}

Action readOutputTrim(json::Members& members, const FigureReader& figures, const PortIds&) {
  return OutputTrim{figures.figure(members.optional("minimum"), kLevelUnits),
                    figures.figure(members.optional("maximum"), kLevelUnits)};
}

Action readVolume(json::Members& members, const FigureReader& figures, const PortIds&) {
  return Volume{
      members.required("technology").word(kVolumeTechnologies).value_or(VolumeTechnology::unknown),
      members.optional("taper").word(kTapers),
      figures.figure(members.optional("minimum"), kGainUnits),
      figures.figure(members.optional("maximum"), kGainUnits)};
}

Action readInputSensitivity(json::Members& members, const FigureReader& figures, const PortIds&) {
  return InputSensitivity{readSteps<InputSensitivity::Step>(members.required("steps"),
                                                            "maximum_input", kLevelUnits, figures)};
}

Action readGroundLift(json::Members& members, const FigureReader&, const PortIds&) {
  return GroundLift{members.required("grounded").text().value_or(""),
                    members.required("lifted").text().value_or("")};
}

Action readModeSwitch(json::Members& members, const FigureReader&, const PortIds& portIds) {
  ModeSwitch modes;
  modes.operation = members.required("operation").word(kOperations).value_or(Operation::flick);
  for (const json::Cursor& item : members.required("positions").items()) {
    json::Members position = item.members();
    modes.positions.push_back({position.required("name").text().value_or(""),
                               position.optional("on").boolean().value_or(true),
                               readPortIds(position.required("outputs"), portIds)});
  }
  return modes;
}

using ReadAction = Action (*)(json::Members&, const FigureReader&, const PortIds&);

constexpr std::array<Word<ReadAction>, 7> kActions{{
    {"gain-switch", readGainSwitch},
    {"gain-knob", readGainKnob},
    {"output-trim", readOutputTrim},
    {"volume", readVolume},
    {"input-sensitivity", readInputSensitivity},
    {"ground-lift", readGroundLift},
    {"mode-switch", readModeSwitch},
}};

}  // namespace

std::vector<Control> readControls(const json::Cursor& place, const FigureReader& figures,
                                  const PortIds& portIds) {
  std::vector<Control> controls;
  std::set<std::string> taken;
  for (const json::Cursor& item : place.items()) {
    json::Members members = item.members();
    Control control;
    control.id = readNewId(members.required("id"), taken);
    control.name = members.required("name").text().value_or("");
    control.panel = members.optional("panel").word(kPanels);
    control.ports = readPortIds(members.optional("ports"), portIds);
    control.claim = figures.claim(members);
    if (const auto readAction = members.required("type").word(kActions)) {
      control.action = (*readAction)(members, figures, portIds);
    } else {
      members.ignoreRest();  // Which keys are known depends on the type.
    }
    controls.push_back(std::move(control));
  }
  return controls;
}

}  // namespace linecheck::profiles
