#include "system/pulse_format_linux.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "system/module_arguments_linux.h"
#include "system/module_reload_linux.h"
#include "system/pulse_endpoint_linux.h"

namespace linecheck::system {
namespace {

constexpr int kLowestRate = 8000;
constexpr int kHighestRate = 768000;

// Each makes one endpoint, and takes format= and rate=.
constexpr std::array<std::string_view, 4> kReloadable = {"module-null-sink", "module-null-source",
                                                         "module-alsa-sink", "module-alsa-source"};

constexpr std::array<pa_sample_format_t, 5> kFormats = {
    PA_SAMPLE_U8, PA_SAMPLE_S16NE, PA_SAMPLE_S24NE, PA_SAMPLE_S32NE, PA_SAMPLE_FLOAT32NE};

std::optional<pa_sample_format_t> pulseFormat(pa_sample_format_t now,
                                              const std::optional<SampleFormat>& wanted) {
  if (!wanted || sampleFormat(now) == wanted) return now;
  for (const pa_sample_format_t format : kFormats) {
    if (sampleFormat(format) == wanted) return format;
  }
  return std::nullopt;
}

tl::unexpected<Error> byHand(SoundServer::Kind server, const std::string& key) {
  return fail(ErrorCode::unsupported,
              server == SoundServer::Kind::pipeWire
                  ? "PipeWire takes its sample rate from its own settings. Set it until the next "
                    "login with: pw-metadata -n settings 0 clock.force-rate RATE; or for good "
                    "with default.clock.rate in ~/.config/pipewire/pipewire.conf.d/, then log "
                    "out and in again."
                  : "PulseAudio takes sample rate and format of this one from its own settings. "
                    "Set default-sample-rate and default-sample-format in "
                    "~/.config/pulse/daemon.conf, then log out and in again.",
              key);
}

}  // namespace

Result<pa_sample_spec> wantedSpec(const pa_sample_spec& now, const Format& format) {
  if (format.sampleRate < kLowestRate || format.sampleRate > kHighestRate) {
    return fail(ErrorCode::usage, "A sample rate is set from 8000 to 768000 Hz.");
  }
  if (format.channels != now.channels) {
    return fail(ErrorCode::usage,
                "The number of channels stays " + std::to_string(now.channels) + ".");
  }
  const auto samples = pulseFormat(now.format, format.sample);
  if (!samples) {
    return fail(ErrorCode::usage, "Samples have 8, 16, 24 or 32 bits; floating point has 32.");
  }
  return pa_sample_spec{*samples, static_cast<std::uint32_t>(format.sampleRate), now.channels};
}

Result<void> setPulseFormat(PulseConnection& connection, const EndpointId& endpoint,
                            const Format& format, std::chrono::milliseconds limit) {
  const auto device = readDevice(connection, endpoint, PulseConnection::in(limit));
  if (!device) return fail(device.error());
  const auto spec = wantedSpec(device->spec, format);
  if (!spec) return fail(spec.error());
  if (pa_sample_spec_equal(&*spec, &device->spec) != 0) return {};
  const auto server = readServer(connection, PulseConnection::in(limit));
  if (!server) return fail(server.error());
  const auto kind = server->server.kind;
  if (kind != SoundServer::Kind::pulseAudio || device->ownerModule == PA_INVALID_INDEX) {
    return byHand(kind, endpoint.key);
  }
  auto module = readModule(connection, device->ownerModule, PulseConnection::in(limit));
  if (!module) return fail(module.error());
  if (std::find(kReloadable.begin(), kReloadable.end(), module->name) == kReloadable.end()) {
    return byHand(kind, endpoint.key);
  }
  const std::string rate = std::to_string(spec->rate);
  auto arguments = withArguments(
      module->arguments, {{"format", pa_sample_format_to_string(spec->format)}, {"rate", rate}});
  if (!arguments) return byHand(kind, endpoint.key);
  return reloadModule(connection,
                      {endpoint, std::move(*module), std::move(*arguments), format.sampleRate,
                       sampleFormat(spec->format)},
                      limit);
}

}  // namespace linecheck::system
