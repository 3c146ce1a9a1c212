#include "system/pulse_endpoint_linux.h"

#include <pulse/proplist.h>
#include <pulse/volume.h>

#include <cmath>

namespace linecheck::system {
namespace {

Volume volumeOf(const pa_cvolume& volumes, bool isInDecibels) {
  const pa_volume_t loudest = pa_cvolume_max(&volumes);
  Volume volume{static_cast<double>(loudest) / PA_VOLUME_NORM, {}};
  if (isInDecibels) {
    // libpulse's own −∞ may be a number, depending on how it was built.
    volume.gain = loudest == PA_VOLUME_MUTED ? Decibels::fromAmplitudeRatio(0.0)
                                             : Decibels::of(pa_sw_volume_to_dB(loudest));
  }
  return volume;
}

/// Sinks and sources have the same fields under the same names.
template <class Info>
ServedEndpoint served(const Info& info, Direction direction, bool isInDecibels) {
  ServedEndpoint served;
  Endpoint& endpoint = served.endpoint;
  endpoint.id = {direction, info.name};
  endpoint.name = info.description != nullptr ? info.description : info.name;
  endpoint.volume = volumeOf(info.volume, isInDecibels);
  endpoint.isMuted = info.mute != 0;
  if (pa_channel_map_can_balance(&info.channel_map) != 0) {
    endpoint.balance = pa_cvolume_get_balance(&info.volume, &info.channel_map);
  }
  endpoint.format =
      Format{static_cast<int>(info.sample_spec.rate), static_cast<int>(info.sample_spec.channels),
             sampleFormat(info.sample_spec.format)};
  endpoint.sharing = Sharing::shared;
  if (info.owner_module != PA_INVALID_INDEX) served.ownerModule = info.owner_module;
  if (const char* master = pa_proplist_gets(info.proplist, PA_PROP_DEVICE_MASTER_DEVICE)) {
    served.master = master;
  }
  return served;
}

}  // namespace

std::optional<SampleFormat> sampleFormat(pa_sample_format_t format) {
  switch (format) {
    case PA_SAMPLE_U8:
      return SampleFormat{8, false};
    case PA_SAMPLE_S16LE:
    case PA_SAMPLE_S16BE:
      return SampleFormat{16, false};
    case PA_SAMPLE_S24LE:
    case PA_SAMPLE_S24BE:
    case PA_SAMPLE_S24_32LE:
    case PA_SAMPLE_S24_32BE:
      return SampleFormat{24, false};
    case PA_SAMPLE_S32LE:
    case PA_SAMPLE_S32BE:
      return SampleFormat{32, false};
    case PA_SAMPLE_FLOAT32LE:
    case PA_SAMPLE_FLOAT32BE:
      return SampleFormat{32, true};
    default:
      return std::nullopt;
  }
}

ServedEndpoint servedEndpoint(const pa_sink_info& sink) {
  return served(sink, Direction::output, (sink.flags & PA_SINK_DECIBEL_VOLUME) != 0);
}

ServedEndpoint servedEndpoint(const pa_source_info& source) {
  return served(source, Direction::input, (source.flags & PA_SOURCE_DECIBEL_VOLUME) != 0);
}

pa_cvolume movedTo(pa_cvolume volumes, double position) {
  // From silence it scales to all channels alike.
  pa_cvolume_scale(&volumes, static_cast<pa_volume_t>(std::lround(position * PA_VOLUME_NORM)));
  return volumes;
}

}  // namespace linecheck::system
