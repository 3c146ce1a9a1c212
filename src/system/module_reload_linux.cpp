#include "system/module_reload_linux.h"

#include <unistd.h>

#include <optional>
#include <utility>
#include <vector>

#include "system/pulse_endpoint_linux.h"
#include "system/pulse_setting_linux.h"

namespace linecheck::system {
namespace {

constexpr const char* kNullSink = "module-null-sink";

class Reloading {
 public:
  Reloading(PulseConnection& connection, const ModuleReload& reload,
            std::chrono::milliseconds limit)
      : connection_(connection), reload_(reload), limit_(limit) {}

  Result<void> run() {
    if (auto known = remember(); !known) return known;
    if (auto made = makeShelter(); !made) return made;
    if (auto ready = prepareShelter(); !ready) {
      static_cast<void>(unloadModule(connection_, shelterModule_, deadline()));
      return ready;
    }
    if (auto freed = freeEndpoint(); !freed) {
      const auto undone = leaveShelter(old_->place);
      return undone ? freed : undone;
    }
    auto replaced = replace();
    const auto device = readDevice(connection_, reload_.endpoint, deadline());
    if (!device) return replaced ? fail(device.error()) : replaced;
    const auto kept = restore(*device);
    const auto back = leaveShelter(device->place);
    if (!replaced) return replaced;
    return kept ? back : kept;
  }

 private:
  [[nodiscard]] PulseConnection::Deadline deadline() const { return PulseConnection::in(limit_); }

  Result<void> remember() {
    auto device = readDevice(connection_, reload_.endpoint, deadline());
    if (!device) return fail(device.error());
    auto server = readServer(connection_, deadline());
    if (!server) return fail(server.error());
    old_ = *device;
    server_ = std::move(*server);
    return {};
  }

  Result<void> makeShelter() {
    char map[PA_CHANNEL_MAP_SNPRINT_MAX];
    pa_channel_map_snprint(map, sizeof(map), &old_->map);
    const auto loaded =
        loadModule(connection_, kNullSink,
                   "sink_name=" + shelter_.key + " rate=" + std::to_string(old_->spec.rate) +
                       " channels=" + std::to_string(old_->map.channels) + " channel_map=" + map +
                       " sink_properties=device.description=Linecheck",
                   deadline());
    if (!loaded) return fail(loaded.error());
    if (!*loaded) {
      return fail(ErrorCode::unsupported,
                  "The sound server loads no module now, so its format stays as it is.",
                  reload_.endpoint.key);
    }
    shelterModule_ = **loaded;
    return {};
  }

  /// At the endpoint's volume, so that the streams keep theirs where the server ties both together.
  Result<void> prepareShelter() {
    const auto device = readDevice(connection_, shelter_, deadline());
    if (!device) return fail(device.error());
    shelterPlace_ = device->place;
    return setVolumes(connection_, shelter_, old_->volumes, deadline());
  }

  Result<void> freeEndpoint() {
    const auto left = moveStreams(connection_, old_->place, shelterPlace_, deadline());
    if (!left) return fail(left.error());
    if (!left->empty()) {
      const std::string& program = left->front().program;
      return fail(ErrorCode::unsupported,
                  "Its format cannot be set while this uses it: " +
                      (program.empty() ? "a program without a name" : program) +
                      ". Close that, then try again.",
                  reload_.endpoint.key);
    }
    if (auto gone = unloadModule(connection_, reload_.module.index, deadline()); !gone) return gone;
    // A server that is locked says yes and does nothing.
    if (readDevice(connection_, reload_.endpoint, deadline())) {
      return fail(ErrorCode::unsupported,
                  "The sound server does not let it go, so its format stays as it is.",
                  reload_.endpoint.key);
    }
    return {};
  }

  /// The new module in the old one's place; if that fails, the old one again.
  Result<void> replace() {
    const auto fresh = loadModule(connection_, reload_.module.name, reload_.arguments, deadline());
    if (fresh && *fresh) {
      const auto device = readDevice(connection_, reload_.endpoint, deadline());
      if (device && fits(device->spec)) return {};
      if (auto gone = unloadModule(connection_, **fresh, deadline()); !gone) return gone;
    }
    const auto again =
        loadModule(connection_, reload_.module.name, reload_.module.arguments, deadline());
    if (again && *again) {
      return fail(ErrorCode::unsupported,
                  "It does not take this sample rate with this number of bits. It is as it was.",
                  reload_.endpoint.key);
    }
    return fail(ErrorCode::audioDevice,
                "It took neither the new format nor the old one again, and is missing now. What "
                "played there waits in silence. Log out and in again.",
                reload_.endpoint.key);
  }

  [[nodiscard]] bool fits(const pa_sample_spec& spec) const {
    if (spec.rate != static_cast<std::uint32_t>(reload_.sampleRate)) return false;
    if (spec.channels != old_->spec.channels) return false;
    const auto sample = sampleFormat(spec.format);
    if (sample == reload_.sample) return true;
    return sample && reload_.sample && !sample->isFloat && sample->bits > reload_.sample->bits;
  }

  /// Volume, mute and the defaults; of all that fails the first error.
  Result<void> restore(const PulseDevice& device) {
    Result<void> all;
    const auto note = [&all](Result<void> done) {
      if (all && !done) all = std::move(done);
    };
    if (pa_cvolume_equal(&device.volumes, &old_->volumes) == 0) {
      note(setVolumes(connection_, reload_.endpoint, old_->volumes, deadline()));
    }
    if (device.isMuted != old_->isMuted) {
      note(setMute(connection_, reload_.endpoint, old_->isMuted, deadline()));
    }
    const auto now = readServer(connection_, deadline());
    if (!now) return fail(now.error());
    if (now->defaultSink != server_.defaultSink) {
      note(setDefault(connection_, {Direction::output, server_.defaultSink}, deadline()));
    }
    if (now->defaultSource != server_.defaultSource) {
      note(setDefault(connection_, {Direction::input, server_.defaultSource}, deadline()));
    }
    return all;
  }

  /// The streams go to `place`. One that cannot goes where the server sends it.
  Result<void> leaveShelter(const PulsePlace& place) {
    const auto left = moveStreams(connection_, shelterPlace_, place, deadline());
    auto gone = unloadModule(connection_, shelterModule_, deadline());
    if (!left) return fail(left.error());
    return gone;
  }

  PulseConnection& connection_;
  const ModuleReload& reload_;
  std::chrono::milliseconds limit_;
  std::optional<PulseDevice> old_;
  PulseServerState server_;
  EndpointId shelter_{Direction::output, "linecheck_waiting_" + std::to_string(getpid())};
  std::uint32_t shelterModule_ = PA_INVALID_INDEX;
  PulsePlace shelterPlace_;
};

}  // namespace

Result<void> reloadModule(PulseConnection& connection, const ModuleReload& reload,
                          std::chrono::milliseconds limit) {
  return Reloading(connection, reload, limit).run();
}

}  // namespace linecheck::system
