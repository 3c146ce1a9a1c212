#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <vector>

#include "audio/device_choice.h"
#include "audio/sample_rates.h"
#include "base/number_text.h"
#include "cli/backend_choice.h"
#include "cli/command.h"
#include "cli/text_width.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;

struct Arguments {
  std::string backend;
  bool rates = false;
};

// The rates that a device opens at, in the directions that it has.
std::vector<int> openRates(audio::Backend& backend, const audio::Device& device) {
  std::vector<int> rates;
  for (const int rate : audio::kSampleRates) {
    audio::StreamConfig config;
    if (device.inputChannels > 0) config.input = device.id;
    if (device.outputChannels > 0) config.output = device.id;
    config.inputChannels = std::min(device.inputChannels, 2);
    config.outputChannels = std::min(device.outputChannels, 2);
    config.sampleRate = rate;
    if (backend.probe(config)) rates.push_back(rate);
  }
  return rates;
}

Object deviceJson(const audio::Device& device) {
  Object object;
  object.set("host_api", device.id.hostApi)
      .set("name", device.id.name)
      .set("input_channels", device.inputChannels)
      .set("output_channels", device.outputChannels)
      .set("default_sample_rate_hz", device.defaultSampleRate)
      .set("is_default_input", device.isDefaultInput)
      .set("is_default_output", device.isDefaultOutput);
  return object;
}

std::string deviceText(const audio::Device& device) {
  std::string remarks;
  if (device.isDefaultInput) remarks += ", default input";
  if (device.isDefaultOutput) remarks += ", default output";
  return fmt::format("  {}{} in, {} out, {}{}\n", padded(device.id.name, 36), device.inputChannels,
                     device.outputChannels, numberText(device.defaultSampleRate / 1000.0, 1, "kHz"),
                     remarks);
}

Result<ExitCode> devices(const Session& session, const Arguments& arguments) {
  std::vector<std::unique_ptr<audio::Backend>> backends;
  for (const char* name : {"portaudio", "simulated"}) {
    if (!arguments.backend.empty() && arguments.backend != name) continue;
    auto backend = makeBackend(name);
    if (!backend) return fail(backend.error());
    backends.push_back(std::move(*backend));
  }

  Array array;
  std::string text;
  for (const auto& backend : backends) {
    const auto found = backend->devices();
    if (!found) return fail(found.error());
    if (found->empty()) text += fmt::format("{}: no devices\n", backend->name());
    std::string hostApi;
    for (const audio::Device& device : *found) {
      if (device.id.hostApi != hostApi) {
        hostApi = device.id.hostApi;
        text += fmt::format("{} ({})\n", hostApi, backend->name());
      }
      Object object = deviceJson(device);
      object.set("backend", backend->name());
      text += deviceText(device);
      if (arguments.rates) {
        const auto rates = openRates(*backend, device);
        object.set("sample_rates_hz", Array(rates.begin(), rates.end()));
        text += fmt::format("    {}\n", audio::sampleRateList(rates));
      }
      array.emplace_back(std::move(object));
    }
  }
  if (session.json) {
    Object document{{"schema", "linecheck.devices/1"}};
    document.set("devices", std::move(array));
    text = json::toText(document) + '\n';
  }
  session.out << text;
  return ExitCode::done;
}

}  // namespace

void addDevices(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("devices", "The audio devices there are, by host API");
  auto arguments = std::make_shared<Arguments>();
  command->add_option("--backend", arguments->backend, "Only these: portaudio or simulated")
      ->check(CLI::IsMember({"portaudio", "simulated"}));
  command->add_flag("--rates", arguments->rates, "Also the sample rates that each device opens at");
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return devices(session, *arguments); };
  });
}

}  // namespace linecheck::cli
