#include "cli/system_output.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "base/number_text.h"
#include "cli/text_width.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using json::Value;
using system::Direction;
using system::Endpoint;
using system::Sharing;

const char* serverWord(system::SoundServer::Kind kind) {
  switch (kind) {
    case system::SoundServer::Kind::pulseAudio:
      return "pulseaudio";
    case system::SoundServer::Kind::pipeWire:
      return "pipewire";
    case system::SoundServer::Kind::windows:
      return "windows";
    case system::SoundServer::Kind::coreAudio:
      return "coreaudio";
  }
  return "";
}

Object endpointJson(const Endpoint& endpoint) {
  Object object;
  object.set("id", endpoint.id.key)
      .set("name", endpoint.name)
      .set("direction", endpoint.id.direction == Direction::output ? "output" : "input")
      .set("is_default", endpoint.isDefault);
  const auto& volume = endpoint.volume;
  object.set("volume_percent", volume ? Value(100.0 * volume->position) : Value());
  object.set("volume_db", volume ? volume->gain : std::nullopt);
  object.set("muted", endpoint.isMuted).set("balance", endpoint.balance);
  const auto* format = endpoint.format ? &*endpoint.format : nullptr;
  const auto* sample = format != nullptr && format->sample ? &*format->sample : nullptr;
  object.set("sample_rate_hz", format != nullptr ? Value(format->sampleRate) : Value())
      .set("channels", format != nullptr ? Value(format->channels) : Value())
      .set("bits", sample != nullptr ? Value(sample->bits) : Value())
      .set("float", sample != nullptr ? Value(sample->isFloat) : Value());
  const auto& sharing = endpoint.sharing;
  object.set("sharing",
             sharing ? Value(*sharing == Sharing::shared ? "shared" : "exclusive") : Value());
  object.set("enhancements", endpoint.hasEnhancements);
  object.set("effects", Array(endpoint.effects.begin(), endpoint.effects.end()));
  return object;
}

std::string volumeText(const Endpoint& endpoint) {
  if (!endpoint.volume) return "no volume";
  std::string text = numberText(100.0 * endpoint.volume->position, 0, "%");
  if (endpoint.volume->gain) {
    text += fmt::format(" ({})", numberText(endpoint.volume->gain->value(), 1, "dB"));
  }
  return text;
}

std::string balanceText(double balance) {
  return numberText(100.0 * (balance < 0 ? -balance : balance), 0, "%") +
         (balance < 0 ? " to the left" : " to the right");
}

// Nobody hears it, and few sliders show it.
constexpr double kSmallestBalance = 0.005;

std::vector<std::string> remarks(const Endpoint& endpoint) {
  std::vector<std::string> remarks;
  if (endpoint.isMuted == true) remarks.emplace_back("muted");
  if (endpoint.balance &&
      (*endpoint.balance < -kSmallestBalance || *endpoint.balance > kSmallestBalance)) {
    remarks.push_back("balance " + balanceText(*endpoint.balance));
  }
  if (endpoint.format) {
    remarks.push_back(numberText(endpoint.format->sampleRate / 1000.0, 1, "kHz"));
    if (const auto& sample = endpoint.format->sample) {
      remarks.push_back(fmt::format("{} bits{}", sample->bits, sample->isFloat ? " float" : ""));
    }
  }
  if (endpoint.sharing == Sharing::exclusive) remarks.emplace_back("in one program's hands");
  if (endpoint.hasEnhancements != false) {
    const std::string names =
        endpoint.effects.empty() ? "" : fmt::format(" ({})", fmt::join(endpoint.effects, ", "));
    if (endpoint.hasEnhancements == true) {
      remarks.push_back("enhancements on" + names);
    } else {
      remarks.push_back("enhancements unknown" + names);
    }
  }
  if (endpoint.isDefault) remarks.emplace_back("default");
  return remarks;
}

}  // namespace

Object systemJson(const system::SoundServer& server, const std::vector<Endpoint>& endpoints) {
  Object object{{"schema", "linecheck.system/1"}};
  Object serverObject{{"name", serverWord(server.kind)}};
  serverObject.set("version", server.version.empty() ? Value() : Value(server.version));
  Array array;
  for (const Endpoint& endpoint : endpoints) array.emplace_back(endpointJson(endpoint));
  object.set("server", std::move(serverObject)).set("endpoints", std::move(array));
  return object;
}

std::string systemText(const system::SoundServer& server, const std::vector<Endpoint>& endpoints) {
  std::string text = server.text() + '\n';
  if (endpoints.empty()) text += "There is no output and no input.\n";
  for (const Direction direction : {Direction::output, Direction::input}) {
    std::string lines;
    for (const Endpoint& endpoint : endpoints) {
      if (endpoint.id.direction != direction) continue;
      lines += fmt::format("  {}{}{}\n", padded(endpoint.name, 36),
                           padded(volumeText(endpoint), 18), fmt::join(remarks(endpoint), ", "));
    }
    if (lines.empty()) continue;
    text += fmt::format("{}\n{}", direction == Direction::output ? "Outputs" : "Inputs", lines);
  }
  return text;
}

}  // namespace linecheck::cli
