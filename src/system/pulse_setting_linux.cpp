#include "system/pulse_setting_linux.h"

#include <pulse/introspect.h>

namespace linecheck::system {
namespace {

/// `start(context, &isDone)` begins the request with `takeSuccess`.
template <class Start>
Result<void> ask(PulseConnection& connection, PulseConnection::Deadline deadline,
                 const std::string& where, const Start& start) {
  bool isDone = false;
  auto ran = connection.run(deadline, [&](pa_context* c) { return start(c, &isDone); });
  if (ran && !isDone) {
    return fail(ErrorCode::audioDevice, "The sound server refuses to set this.", where);
  }
  return ran;
}

void takeIndex(pa_context* /*context*/, std::uint32_t index, void* loaded) {
  if (index != PA_INVALID_INDEX) *static_cast<std::optional<std::uint32_t>*>(loaded) = index;
}

}  // namespace

void takeSuccess(pa_context* /*context*/, int success, void* isDone) {
  *static_cast<bool*>(isDone) = success != 0;
}

Result<void> setVolumes(PulseConnection& connection, const EndpointId& endpoint,
                        const pa_cvolume& volumes, PulseConnection::Deadline deadline) {
  const char* name = endpoint.key.c_str();
  return ask(connection, deadline, endpoint.key, [&](pa_context* c, bool* isDone) {
    return endpoint.direction == Direction::output
               ? pa_context_set_sink_volume_by_name(c, name, &volumes, takeSuccess, isDone)
               : pa_context_set_source_volume_by_name(c, name, &volumes, takeSuccess, isDone);
  });
}

Result<void> setMute(PulseConnection& connection, const EndpointId& endpoint, bool isMuted,
                     PulseConnection::Deadline deadline) {
  const char* name = endpoint.key.c_str();
  const int mute = isMuted ? 1 : 0;
  return ask(connection, deadline, endpoint.key, [&](pa_context* c, bool* isDone) {
    return endpoint.direction == Direction::output
               ? pa_context_set_sink_mute_by_name(c, name, mute, takeSuccess, isDone)
               : pa_context_set_source_mute_by_name(c, name, mute, takeSuccess, isDone);
  });
}

Result<void> setDefault(PulseConnection& connection, const EndpointId& endpoint,
                        PulseConnection::Deadline deadline) {
  const char* name = endpoint.key.c_str();
  return ask(connection, deadline, endpoint.key, [&](pa_context* c, bool* isDone) {
    return endpoint.direction == Direction::output
               ? pa_context_set_default_sink(c, name, takeSuccess, isDone)
               : pa_context_set_default_source(c, name, takeSuccess, isDone);
  });
}

Result<std::optional<std::uint32_t>> loadModule(PulseConnection& connection,
                                                const std::string& name,
                                                const std::string& arguments,
                                                PulseConnection::Deadline deadline) {
  std::optional<std::uint32_t> loaded;
  const auto ran = connection.run(deadline, [&](pa_context* c) {
    return pa_context_load_module(c, name.c_str(), arguments.c_str(), takeIndex, &loaded);
  });
  if (!ran) return fail(ran.error());
  return loaded;
}

Result<void> unloadModule(PulseConnection& connection, std::uint32_t index,
                          PulseConnection::Deadline deadline) {
  return ask(connection, deadline, {}, [&](pa_context* c, bool* isDone) {
    return pa_context_unload_module(c, index, takeSuccess, isDone);
  });
}

}  // namespace linecheck::system
