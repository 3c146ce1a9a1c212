#include "system/pulse_reading_linux.h"

#include <optional>
#include <utility>
#include <vector>

#include "system/pulse_endpoint_linux.h"
#include "system/pulse_server_linux.h"

namespace linecheck::system {
namespace {

std::string textOr(const char* text) {
  return text != nullptr ? text : "";
}

void takeServer(pa_context* /*context*/, const pa_server_info* info, void* reply) {
  if (info == nullptr) return;
  *static_cast<std::optional<PulseServerState>*>(reply) = {
      pulseServer(textOr(info->server_name), textOr(info->server_version)),
      textOr(info->default_sink_name), textOr(info->default_source_name)};
}

void takeModule(pa_context* /*context*/, const pa_module_info* info, int end, void* modules) {
  if (end != 0) return;
  static_cast<std::vector<LoadedModule>*>(modules)->push_back(
      {info->index, textOr(info->name), textOr(info->argument)});
}

void takeSink(pa_context* /*context*/, const pa_sink_info* info, int end, void* endpoints) {
  if (end != 0) return;
  static_cast<std::vector<ServedEndpoint>*>(endpoints)->push_back(servedEndpoint(*info));
}

void takeSource(pa_context* /*context*/, const pa_source_info* info, int end, void* endpoints) {
  if (end != 0 || info->monitor_of_sink != PA_INVALID_INDEX) return;
  static_cast<std::vector<ServedEndpoint>*>(endpoints)->push_back(servedEndpoint(*info));
}

std::uint32_t sinkOf(const pa_sink_info& info) {
  return info.index;
}
std::uint32_t sinkOf(const pa_source_info& /*info*/) {
  return PA_INVALID_INDEX;
}
std::uint32_t sourceOf(const pa_sink_info& info) {
  return info.monitor_source;
}
std::uint32_t sourceOf(const pa_source_info& info) {
  return info.index;
}

template <class Info>
void takeDevice(pa_context* /*context*/, const Info* info, int end, void* device) {
  if (end != 0) return;
  *static_cast<std::optional<PulseDevice>*>(device) = {{sinkOf(*info), sourceOf(*info)},
                                                       info->owner_module,
                                                       info->sample_spec,
                                                       info->channel_map,
                                                       info->volume,
                                                       info->mute != 0};
}

}  // namespace

Result<SoundSettings> readSettings(PulseConnection& connection,
                                   PulseConnection::Deadline deadline) {
  const auto server = readServer(connection, deadline);
  if (!server) return fail(server.error());
  std::vector<LoadedModule> modules;
  std::vector<ServedEndpoint> served;
  const PulseConnection::Request requests[] = {
      [&](pa_context* c) { return pa_context_get_module_info_list(c, takeModule, &modules); },
      [&](pa_context* c) { return pa_context_get_sink_info_list(c, takeSink, &served); },
      [&](pa_context* c) { return pa_context_get_source_info_list(c, takeSource, &served); },
  };
  for (const auto& request : requests) {
    if (const auto done = connection.run(deadline, request); !done) return fail(done.error());
  }
  for (ServedEndpoint& one : served) {
    const bool isOutput = one.endpoint.id.direction == Direction::output;
    one.endpoint.isDefault =
        one.endpoint.id.key == (isOutput ? server->defaultSink : server->defaultSource);
  }
  return SoundSettings{server->server, withEffects(served, modules)};
}

Result<PulseServerState> readServer(PulseConnection& connection,
                                    PulseConnection::Deadline deadline) {
  std::optional<PulseServerState> reply;
  const auto done = connection.run(
      deadline, [&](pa_context* c) { return pa_context_get_server_info(c, takeServer, &reply); });
  if (!done) return fail(done.error());
  if (!reply) return fail(ErrorCode::audioDevice, "The sound server does not tell what it is.");
  return std::move(*reply);
}

Result<PulseDevice> readDevice(PulseConnection& connection, const EndpointId& endpoint,
                               PulseConnection::Deadline deadline) {
  std::optional<PulseDevice> device;
  const char* name = endpoint.key.c_str();
  const auto done = connection.run(deadline, [&](pa_context* c) {
    return endpoint.direction == Direction::output
               ? pa_context_get_sink_info_by_name(c, name, takeDevice<pa_sink_info>, &device)
               : pa_context_get_source_info_by_name(c, name, takeDevice<pa_source_info>, &device);
  });
  if (!done) return fail(done.error());
  if (!device) {
    return fail(ErrorCode::notFound, "There is no such output or input any more.", endpoint.key);
  }
  return *device;
}

Result<LoadedModule> readModule(PulseConnection& connection, std::uint32_t index,
                                PulseConnection::Deadline deadline) {
  std::vector<LoadedModule> modules;
  const auto done = connection.run(deadline, [&](pa_context* c) {
    return pa_context_get_module_info(c, index, takeModule, &modules);
  });
  if (!done) return fail(done.error());
  if (modules.empty()) return fail(ErrorCode::notFound, "The sound server has no such module.");
  return std::move(modules.front());
}

}  // namespace linecheck::system
