#include "audio/device_choice.h"

#include <algorithm>
#include <array>
#include <string>

namespace linecheck::audio {
namespace {

/// PortAudio's names of host APIs, best for measuring first.
constexpr std::array<std::string_view, 8> kPreference = {"ASIO",
                                                         "Windows WASAPI",
                                                         "Windows WDM-KS",
                                                         "Core Audio",
                                                         "JACK Audio Connection Kit",
                                                         "ALSA",
                                                         "OSS",
                                                         "Windows DirectSound"};
constexpr std::string_view kNeverByDefault = "MME";
constexpr std::string_view kJack = "JACK Audio Connection Kit";
constexpr std::string_view kJackHardware = "system";

std::size_t rank(const Device& device) {
  return static_cast<std::size_t>(
      std::find(kPreference.begin(), kPreference.end(), device.id.hostApi) - kPreference.begin());
}

bool has(const Device& device, Direction direction) {
  return (direction == Direction::input ? device.inputChannels : device.outputChannels) > 0;
}

bool isDefault(const Device& device, Direction direction) {
  return direction == Direction::input ? device.isDefaultInput : device.isDefaultOutput;
}

std::string_view directionWord(Direction direction) {
  return direction == Direction::input ? "input" : "output";
}

/// ASCII only: other letters have to be typed as they are.
std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool containsIgnoringCase(std::string_view text, std::string_view part) {
  return lowerCase(text).find(lowerCase(part)) != std::string::npos;
}

/// The default of one host API, null if it has none.
const Device* hostApiDefault(const std::vector<Device>& devices, std::string_view hostApi,
                             Direction direction) {
  const Device* marked = nullptr;
  for (const Device& device : devices) {
    if (device.id.hostApi != hostApi || !has(device, direction)) continue;
    if (hostApi == kJack && device.id.name == kJackHardware) return &device;
    if (marked == nullptr && isDefault(device, direction)) marked = &device;
  }
  return marked;
}

/// The host APIs that may give a default, best first.
std::vector<std::string> hostApisByPreference(const std::vector<Device>& devices) {
  std::vector<const Device*> ranked;
  for (const Device& device : devices) {
    if (device.id.hostApi != kNeverByDefault) ranked.push_back(&device);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Device* a, const Device* b) { return rank(*a) < rank(*b); });
  std::vector<std::string> names;
  for (const Device* device : ranked) {
    if (std::find(names.begin(), names.end(), device->id.hostApi) == names.end()) {
      names.push_back(device->id.hostApi);
    }
  }
  return names;
}

std::string typed(const Device& device) {
  return device.id.hostApi + ": " + device.id.name;
}

std::string list(const std::vector<const Device*>& devices) {
  std::string text;
  for (const Device* device : devices) {
    text += (text.empty() ? "\"" : ", \"") + typed(*device) + '"';
  }
  return text;
}

/// A way to write a device: all of the text is its name, or the front part is its host API's.
struct Query {
  std::string_view hostApi;  ///< Empty: any.
  std::string_view name;
};

std::vector<const Device*> matches(const std::vector<const Device*>& devices, Query query,
                                   bool exact) {
  std::vector<const Device*> found;
  for (const Device* device : devices) {
    if (!containsIgnoringCase(device->id.hostApi, query.hostApi)) continue;
    if (exact ? device->id.name == query.name : containsIgnoringCase(device->id.name, query.name)) {
      found.push_back(device);
    }
  }
  return found;
}

}  // namespace

std::vector<Device> withOneDefault(std::vector<Device> devices) {
  const Device* input = nullptr;
  const Device* output = nullptr;
  const std::vector<std::string> hostApis = hostApisByPreference(devices);
  for (const std::string& hostApi : hostApis) {
    input = hostApiDefault(devices, hostApi, Direction::input);
    output = hostApiDefault(devices, hostApi, Direction::output);
    if (input != nullptr && output != nullptr) break;
  }
  if (input == nullptr || output == nullptr) {
    input = nullptr;
    output = nullptr;
    for (const std::string& hostApi : hostApis) {
      if (input == nullptr) input = hostApiDefault(devices, hostApi, Direction::input);
      if (output == nullptr) output = hostApiDefault(devices, hostApi, Direction::output);
    }
  }
  for (Device& device : devices) {
    device.isDefaultInput = &device == input;
    device.isDefaultOutput = &device == output;
  }
  return devices;
}

Result<Device> findDevice(const std::vector<Device>& devices, Direction direction,
                          std::optional<std::string_view> name) {
  const std::string word(directionWord(direction));
  std::vector<const Device*> candidates;
  for (const Device& device : devices) {
    if (has(device, direction)) candidates.push_back(&device);
  }
  if (candidates.empty()) {
    return fail(ErrorCode::notFound, "There is no audio device with an " + word + ".");
  }

  if (!name) {
    for (const Device* device : candidates) {
      if (isDefault(*device, direction)) return *device;
    }
    return fail(ErrorCode::notFound,
                "There is no default " + word + "; name one of " + list(candidates) + ".");
  }

  std::vector<Query> queries = {{{}, *name}};
  if (const std::size_t colon = name->find(": "); colon != std::string_view::npos && colon > 0) {
    queries.push_back({name->substr(0, colon), name->substr(colon + 2)});
  }
  for (const bool exact : {true, false}) {
    for (const Query& query : queries) {
      const std::vector<const Device*> found = matches(candidates, query, exact);
      if (found.size() == 1) return *found.front();
      if (found.size() > 1) {
        return fail(ErrorCode::usage, "Several devices fit; name one of " + list(found) + ".",
                    std::string(*name));
      }
    }
  }
  const bool otherDirection = std::any_of(
      devices.begin(), devices.end(),
      [&](const Device& device) { return device.id.name == *name && !has(device, direction); });
  return fail(ErrorCode::notFound,
              (otherDirection ? "This device has no " + word : "There is no such " + word) +
                  "; there is " + list(candidates) + ".",
              std::string(*name));
}

Result<DevicePair> findDevicePair(const std::vector<Device>& devices,
                                  std::optional<std::string_view> inputName,
                                  std::optional<std::string_view> outputName) {
  /// What goes with a named device.
  const auto partner = [&devices](const Device& named, Direction direction) -> Result<Device> {
    if (has(named, direction)) return named;
    if (const Device* own = hostApiDefault(devices, named.id.hostApi, direction)) return *own;
    for (const Device& device : devices) {
      if (device.id.hostApi == named.id.hostApi && has(device, direction)) return device;
    }
    return fail(ErrorCode::notFound,
                "There is no " + std::string(directionWord(direction)) + " under " +
                    named.id.hostApi + " to go with it.",
                named.id.name);
  };

  Result<Device> input = inputName || !outputName ? findDevice(devices, Direction::input, inputName)
                                                  : Result<Device>(Device{});
  Result<Device> output = outputName || !inputName
                              ? findDevice(devices, Direction::output, outputName)
                              : Result<Device>(Device{});
  if (!input) return fail(input.error());
  if (!output) return fail(output.error());
  if (!inputName && outputName) input = partner(*output, Direction::input);
  if (!outputName && inputName) output = partner(*input, Direction::output);
  if (!input) return fail(input.error());
  if (!output) return fail(output.error());
  if (input->id.hostApi != output->id.hostApi) {
    return fail(ErrorCode::usage,
                "Input and output have to be of the same host API; choose another output than " +
                    typed(*output) + '.',
                typed(*input));
  }
  return DevicePair{*input, *output};
}

}  // namespace linecheck::audio
