#include "midi/port_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <regex>

namespace linecheck::midi {
namespace {

/// Whether the name belongs to a client of ours; a second one of its name gets "-01" from JACK.
bool isOwn(std::string_view name, std::string_view client) {
  if (client.empty() || !name.starts_with(client)) return false;
  name.remove_prefix(client.size());
  return name.empty() || name.starts_with(':') || name.starts_with('-');
}

bool isDirectionWord(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  static constexpr std::array<std::string_view, 8> kWords{
      "capture", "playback", "in", "out", "input", "output", "midiin", "midiout"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool isLetter(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte >= 0x80U || std::isalpha(byte) != 0;  // Beyond ASCII nothing parts words here.
}

}  // namespace

std::string stableName(Api api, std::string_view name) {
  static const std::regex kAlsaAddress(R"( \d+:\d+$)");
  static const std::regex kBridgeClient(R"( \[\d+\])");
  static const std::regex kPortNumber(R"( \d+$)");
  std::string text(name);
  switch (api) {
    case Api::alsa:
      return std::regex_replace(text, kAlsaAddress, "");
    case Api::jack:
      return std::regex_replace(text, kBridgeClient, "");
    case Api::windowsMm:
      return std::regex_replace(text, kPortNumber, "");
    case Api::coreMidi:
      break;
  }
  return text;
}

std::string deviceName(Api api, std::string_view stableName) {
  if (api == Api::alsa) return std::string(stableName.substr(0, stableName.find(':')));

  std::string kept;
  for (std::size_t at = 0; at < stableName.size();) {
    std::size_t end = at;
    while (end < stableName.size() && isLetter(stableName[end])) ++end;
    if (end == at) {
      kept += stableName[at++];
      continue;
    }
    std::string word(stableName.substr(at, end - at));
    if (!isDirectionWord(word)) kept += word;
    at = end;
  }
  const auto isRest = [](char last) { return last == ' ' || last == ':' || last == '_'; };
  while (!kept.empty() && isRest(kept.back())) kept.pop_back();
  return kept;
}

std::vector<Port> identifyPorts(Api api, std::span<const std::string> names,
                                std::string_view ownClient) {
  std::vector<Port> ports;
  std::map<std::string, int> seen;
  for (const std::string& name : names) {
    if (name.empty() || isOwn(name, ownClient)) continue;
    std::string stable = stableName(api, name);
    const int ordinal = seen[stable]++;
    std::string device = deviceName(api, stable);
    // Two devices of one model: the first output belongs to the first input.
    if (ordinal > 0) device += " #" + std::to_string(ordinal + 1);
    ports.push_back({{api, std::move(stable), ordinal}, std::move(device), name});
  }
  return ports;
}

bool isThrough(const Port& port) {
  return port.id.name.find("Midi Through") != std::string::npos;
}

}  // namespace linecheck::midi
