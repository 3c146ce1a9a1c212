#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "chain/edits.h"
#include "cli/chain_edit.h"
#include "cli/device_state.h"
#include "cli/setting_text.h"

namespace linecheck::cli {
namespace {

using chain::Desk;

Result<MadeEdit> setMains(const Desk& desk, const std::string& what, const std::string& value) {
  chain::Mains mains = desk.chain().mains;
  if (what == "earth" && (value == "yes" || value == "no" || value == "unknown")) {
    mains.hasWorkingEarth = value == "unknown" ? std::nullopt : std::optional(value == "yes");
    return made(chain::changeMains(desk, mains));
  }
  if (what == "frequency" && (value == "50" || value == "60")) {
    mains.frequency = Hertz::of(value == "50" ? 50.0 : 60.0);
    return made(chain::changeMains(desk, mains));
  }
  return fail(ErrorCode::usage,
              "Of the mains there is earth (yes, no, unknown) and frequency (50, 60).",
              "mains:" + what);
}

Result<MadeEdit> setDevice(const Desk& desk, const chain::Device& device, const std::string& what,
                           const std::string& value) {
  const profiles::Profile* profile = desk.profile(device.id);
  const profiles::Control* control = profile != nullptr ? profile->control(what) : nullptr;
  if (control == nullptr && isStateName(what)) {
    chain::Device changed = device;
    if (const auto set = setState(changed, what, value); !set) return fail(set.error());
    return made(chain::changeDevice(desk, changed));
  }
  if (control == nullptr && profile != nullptr) {
    std::vector<std::string> ids;
    for (const profiles::Control& known : profile->controls) ids.push_back(known.id);
    return fail(
        ErrorCode::notFound,
        fmt::format("It has no such control; there is {}; and of every device {}.",
                    ids.empty() ? "none" : fmt::format("{}", fmt::join(ids, ", ")), stateNames()),
        device.id.text() + ':' + what);
  }
  if (value == "unknown") return made(chain::changeSetting(desk, device.id, what, std::nullopt));
  const auto setting = parseSetting(value, control);
  if (!setting) return fail(setting.error());
  return made(chain::changeSetting(desk, device.id, what, *setting));
}

Result<MadeEdit> set(const Desk& desk, const std::string& place, const std::string& value) {
  const auto colon = place.find(':');
  if (colon == std::string::npos) {
    return fail(ErrorCode::usage, "Name what to set behind a colon: device:control.", place);
  }
  const std::string part = place.substr(0, colon);
  const std::string what = place.substr(colon + 1);
  if (part == "mains") return setMains(desk, what, value);
  const chain::Device* device = desk.device(chain::DeviceId(part));
  if (device == nullptr) {
    return fail(ErrorCode::notFound, "There is no such device in this chain.", part);
  }
  return setDevice(desk, *device, what, value);
}

}  // namespace

void addChainSet(CLI::App& command, Session& session) {
  struct Set {
    std::string file, place, value;
  };
  auto options = std::make_shared<Set>();
  CLI::App* sub = command.add_subcommand(
      "set", "Tell how a control stands, or something else about a device or the mains");
  sub->add_option("FILE", options->file, "The chain file")->required();
  sub->add_option("WHAT", options->place,
                  "device:control; device:" + stateNames() + "; mains:earth, mains:frequency")
      ->required();
  sub->add_option("VALUE", options->value,
                  "A position by its name, 40%, -6dB, 14dBu, yes or no; unknown forgets it")
      ->required();
  sub->callback([&session, options] {
    session.action = [&session, options] {
      return editFile(session, options->file, [&](const DeskFile&, const Desk& desk) {
        return set(desk, options->place, options->value);
      });
    };
  });
}

}  // namespace linecheck::cli
