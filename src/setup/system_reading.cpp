#include "setup/system_reading.h"

#include <string>

#include "setup/survey.h"
#include "system/endpoint_choice.h"

namespace linecheck::setup {
namespace {

chain::OperatingSystem systemOf(system::SoundServer::Kind kind) {
  switch (kind) {
    case system::SoundServer::Kind::windows:
      return chain::OperatingSystem::windows;
    case system::SoundServer::Kind::coreAudio:
      return chain::OperatingSystem::macos;
    case system::SoundServer::Kind::pulseAudio:
    case system::SoundServer::Kind::pipeWire:
      break;
  }
  return chain::OperatingSystem::linux;
}

/// What the system may call the output, the likeliest first.
std::vector<std::string> namesOf(const chain::Desk& desk) {
  std::vector<const chain::Device*> devices;
  const Survey survey(desk, {});
  if (survey.converter) devices.push_back(survey.converter);
  for (const chain::Device& device : desk.chain().devices) {
    if (profiles::isConverter(desk.kind(device.id))) devices.push_back(&device);
  }
  std::vector<std::string> names;
  for (const chain::Device* device : devices) {
    if (const auto* profile = desk.profile(device->id)) names.push_back(profile->model);
    names.push_back(desk.name(device->id));
  }
  return names;
}

}  // namespace

OutputChoice outputOf(const chain::Desk& desk, const std::vector<system::Endpoint>& endpoints) {
  for (const std::string& name : namesOf(desk)) {
    if (const auto* output = system::outputCalled(endpoints, name)) return {output, true};
  }
  return {system::usualOutput(endpoints), false};
}

SystemReading systemReadingOf(const system::SoundServer& server, const system::Endpoint& endpoint) {
  SystemReading reading;
  reading.endpoint = endpoint.name;
  reading.system = systemOf(server.kind);
  if (endpoint.volume) {
    reading.volume = endpoint.volume->position;
    reading.volumeGain = endpoint.volume->gain;
  }
  reading.isMuted = endpoint.isMuted;
  reading.balance = endpoint.balance;
  if (endpoint.format) {
    if (endpoint.format->sampleRate > 0) {
      reading.sampleRate = Hertz::of(endpoint.format->sampleRate);
    }
    if (endpoint.format->sample) {
      reading.bits = endpoint.format->sample->bits;
      reading.isFloat = endpoint.format->sample->isFloat;
    }
  }
  if (endpoint.sharing) reading.isExclusive = *endpoint.sharing == system::Sharing::exclusive;
  reading.hasEnhancements = endpoint.hasEnhancements;
  reading.effects = endpoint.effects;
  return reading;
}

}  // namespace linecheck::setup
