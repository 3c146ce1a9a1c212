#include "chain/file_parts.h"

namespace linecheck::chain {
namespace {

std::optional<Setting> readSetting(const json::Cursor& place) {
  if (place.isText()) {
    const std::optional<std::string> name = place.text();
    return name ? std::optional<Setting>(Position{*name}) : std::nullopt;
  }
  json::Members members = place.members();
  if (!members) return std::nullopt;
  const json::Cursor gain = members.optional("gain_db");
  const json::Cursor level = members.optional("level_dbu");
  const json::Cursor travel = members.optional("travel");
  const int given = (gain ? 1 : 0) + (level ? 1 : 0) + (travel ? 1 : 0);
  if (given != 1) {
    place.fail(
        "A setting is the name of a position, or an object with one of gain_db, level_dbu and "
        "travel.");
    return std::nullopt;
  }
  if (const auto number = gain.number()) return Decibels::of(*number);
  if (const auto number = level.number()) return DecibelsU::of(*number);
  if (const auto number = travel.number()) return Travel{*number};
  return std::nullopt;
}

json::Value toJson(const Setting& setting) {
  struct {
    json::Value operator()(const Position& position) const { return position.name; }
    json::Value operator()(Decibels gain) const { return json::Object{{"gain_db", gain.value()}}; }
    json::Value operator()(DecibelsU level) const {
      return json::Object{{"level_dbu", level.value()}};
    }
    json::Value operator()(Travel travel) const {
      return json::Object{{"travel", travel.fraction}};
    }
  } const value;
  return std::visit(value, setting);
}

std::optional<ComputerState> readComputer(const json::Cursor& place) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  ComputerState state;
  state.system = members.optional("system").word(kOperatingSystems);
  state.path = members.optional("path").word(kAudioPaths);
  state.isOnBattery = members.optional("on_battery").boolean();
  state.systemVolume = members.optional("system_volume").number();
  return state;
}

json::Object toJson(const ComputerState& state) {
  json::Object object;
  addWord(object, "system", kOperatingSystems, state.system);
  addWord(object, "path", kAudioPaths, state.path);
  addKnown(object, "on_battery", state.isOnBattery);
  addKnown(object, "system_volume", state.systemVolume);
  return object;
}

DigitalFormat readFormat(const json::Cursor& place) {
  json::Members members = place.members();
  return {readQuantity<Hertz>(members.optional("sample_rate_hz")),
          readInt(members.optional("bits"))};
}

json::Object toJson(const DigitalFormat& format) {
  json::Object object;
  addKnown(object, "sample_rate_hz", format.sampleRate);
  addKnown(object, "bits", format.bits);
  return object;
}

Placement readPlacement(const json::Cursor& place) {
  json::Members members = place.members();
  Placement placement;
  if (const auto below = members.optional("on_top_of").text()) placement.onTopOf = DeviceId(*below);
  placement.isEnclosed = members.optional("enclosed").boolean().value_or(false);
  return placement;
}

json::Object toJson(const Placement& placement) {
  json::Object object;
  if (placement.onTopOf) object.set("on_top_of", placement.onTopOf->text());
  if (placement.isEnclosed) object.set("enclosed", true);
  return object;
}

}  // namespace

Device readDevice(const json::Cursor& place) {
  json::Members members = place.members();
  Device device;
  device.id = DeviceId(members.required("id").text().value_or(""));
  device.profile = members.required("profile").text().value_or("");
  device.name = members.optional("name").text().value_or("");
  device.serial = members.optional("serial").text().value_or("");
  json::Members settings = members.optional("settings").members();
  for (const auto& [control, cursor] : settings.all()) {
    if (auto setting = readSetting(cursor)) device.settings[control] = std::move(*setting);
  }
  device.computer = readComputer(members.optional("computer"));
  device.format = readFormat(members.optional("format"));
  device.placement = readPlacement(members.optional("placement"));
  device.hasEarthContact = members.optional("earth_contact").boolean();
  return device;
}

json::Object toJson(const Device& device) {
  json::Object object{{"id", device.id.text()}, {"profile", device.profile}};
  addText(object, "name", device.name);
  addText(object, "serial", device.serial);
  json::Object settings;
  for (const auto& [control, setting] : device.settings) settings.set(control, toJson(setting));
  addObject(object, "settings", std::move(settings));
  // Even an empty one says something: that this is a computer.
  if (device.computer) object.set("computer", toJson(*device.computer));
  addObject(object, "format", toJson(device.format));
  addObject(object, "placement", toJson(device.placement));
  addKnown(object, "earth_contact", device.hasEarthContact);
  return object;
}

}  // namespace linecheck::chain
