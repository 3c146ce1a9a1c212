#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "cli/command.h"
#include "cli/system_output.h"
#include "json/writer.h"
#include "system/endpoint_choice.h"
#include "system/system_sound.h"

namespace linecheck::cli {
namespace {

using system::Endpoint;
using system::SystemSound;

struct Arguments {
  std::string endpoint;
  double percent = 100.0;
  bool isMuted = false;
  int sampleRate = 0;
  int bits = 0;
};

using Change = std::function<Result<void>(SystemSound&, const Endpoint&)>;

void print(const Session& session, const system::SoundServer& server,
           const std::vector<Endpoint>& endpoints) {
  session.out << (session.json ? json::toText(systemJson(server, endpoints)) + '\n'
                               : systemText(server, endpoints));
}

Result<ExitCode> list(const Session& session) {
  const auto settings = system::makeSystemSound()->read();
  if (!settings) return fail(settings.error());
  print(session, settings->server, settings->endpoints);
  return ExitCode::done;
}

// Prints the endpoint as the system then has it, which need not be what was asked for.
Result<ExitCode> set(const Session& session, const std::string& text, const Change& change) {
  const auto sound = system::makeSystemSound();
  const auto before = sound->read();
  if (!before) return fail(before.error());
  const auto endpoint = findEndpoint(before->endpoints, text);
  if (!endpoint) return fail(endpoint.error());
  if (const auto done = change(*sound, *endpoint); !done) return fail(done.error());
  const auto after = sound->read();
  if (!after) return fail(after.error());
  for (const Endpoint& one : after->endpoints) {
    if (one.id == endpoint->id) {
      print(session, after->server, {one});
      return ExitCode::done;
    }
  }
  return fail(ErrorCode::audioDevice, "It was unplugged meanwhile.", endpoint->name);
}

constexpr const char* kEndpointHelp =
    "Name or part of it, id, or output or input for the default one";

void addVolume(CLI::App& system, Session& session, const std::shared_ptr<Arguments>& arguments) {
  CLI::App* command = system.add_subcommand("volume", "Set a volume; the balance stays");
  command->add_option("ENDPOINT", arguments->endpoint, kEndpointHelp)->required();
  command->add_option("PERCENT", arguments->percent, "As on the system's slider: 0 to 100")
      ->required();
  command->callback([&session, arguments] {
    session.action = [&session, arguments] {
      return set(session, arguments->endpoint, [&](SystemSound& sound, const Endpoint& endpoint) {
        return sound.setVolume(endpoint.id, arguments->percent / 100.0);
      });
    };
  });
}

void addMute(CLI::App& system, Session& session, const std::shared_ptr<Arguments>& arguments) {
  CLI::App* command = system.add_subcommand("mute", "Mute, or sound again");
  command->add_option("ENDPOINT", arguments->endpoint, kEndpointHelp)->required();
  command
      ->add_option_function<std::string>(
          "STATE", [arguments](const std::string& word) { arguments->isMuted = word == "on"; },
          "on or off")
      ->check(CLI::IsMember({"on", "off"}))
      ->required();
  command->callback([&session, arguments] {
    session.action = [&session, arguments] {
      return set(session, arguments->endpoint, [&](SystemSound& sound, const Endpoint& endpoint) {
        return sound.setMuted(endpoint.id, arguments->isMuted);
      });
    };
  });
}

void addFormat(CLI::App& system, Session& session, const std::shared_ptr<Arguments>& arguments) {
  CLI::App* command =
      system.add_subcommand("format", "Set sample rate and bits, where the system lets a program");
  command->add_option("ENDPOINT", arguments->endpoint, kEndpointHelp)->required();
  command->add_option("RATE", arguments->sampleRate, "In Hz: 48000")->required();
  command->add_option("BITS", arguments->bits, "Of one sample: 16, 24 or 32")->required();
  command->callback([&session, arguments] {
    session.action = [&session, arguments] {
      return set(session, arguments->endpoint, [&](SystemSound& sound, const Endpoint& endpoint) {
        system::Format format = endpoint.format.value_or(system::Format{});
        format.sampleRate = arguments->sampleRate;
        // Floating point stays that where it has as many bits.
        if (!format.sample || format.sample->bits != arguments->bits) {
          format.sample = system::SampleFormat{arguments->bits, false};
        }
        return sound.setFormat(endpoint.id, format);
      });
    };
  });
}

}  // namespace

void addSystem(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("system", "The system's own sound settings: volumes, formats, effects");
  command->require_subcommand(0, 1);
  const auto arguments = std::make_shared<Arguments>();
  addVolume(*command, session, arguments);
  addMute(*command, session, arguments);
  addFormat(*command, session, arguments);
  // It is called after those of the subcommands.
  command->callback([&session, command] {
    if (command->get_subcommands().empty()) {
      session.action = [&session] { return list(session); };
    }
  });
}

}  // namespace linecheck::cli
