#include "simulation/noise_source.h"

#include "base/check.h"
#include "dsp/random.h"
#include "simulation/noise.h"
#include "simulation/sources/broadband.h"
#include "simulation/sources/computer_hash.h"
#include "simulation/sources/magnetic_pickup.h"
#include "simulation/sources/mains_comb.h"
#include "simulation/sources/mains_hash.h"
#include "simulation/sources/mains_spectra.h"
#include "simulation/sources/mobile_phone.h"
#include "simulation/sources/usb_frames.h"

namespace linecheck::simulation {
namespace {

constexpr std::uint64_t kGainStream = 0x6A1A;

// How much quieter the other channel may be.
double widestDifferenceDb(NoiseKind kind) {
  switch (kind) {
    case NoiseKind::magneticPickup:
    case NoiseKind::mobilePhone:
      return 10.0;
    case NoiseKind::groundLoop:
    case NoiseKind::leakage:
    case NoiseKind::dimmer:
    case NoiseKind::mainsHash:
    case NoiseKind::computerHash:
    case NoiseKind::usbFrames:
      return 6.0;
    case NoiseKind::supplyRipple:
      return 3.0;
    case NoiseKind::hiss:
      return 2.0;
    case NoiseKind::converterNoise:
      return 0.5;
  }
  return 0.0;
}

}  // namespace

std::string_view noiseKindId(NoiseKind kind) {
  switch (kind) {
    case NoiseKind::groundLoop:
      return "ground_loop";
    case NoiseKind::magneticPickup:
      return "magnetic_pickup";
    case NoiseKind::supplyRipple:
      return "supply_ripple";
    case NoiseKind::leakage:
      return "leakage";
    case NoiseKind::dimmer:
      return "dimmer";
    case NoiseKind::mainsHash:
      return "mains_hash";
    case NoiseKind::computerHash:
      return "computer_hash";
    case NoiseKind::usbFrames:
      return "usb_frames";
    case NoiseKind::mobilePhone:
      return "mobile_phone";
    case NoiseKind::converterNoise:
      return "converter_noise";
    case NoiseKind::hiss:
      return "hiss";
  }
  return "";
}

std::array<double, 2> channelGains(NoiseKind kind, std::uint64_t seed) {
  const std::uint64_t stream = randomBitsAt(seed, kGainStream);
  const double quieter =
      Decibels::of(-widestDifferenceDb(kind) * uniformAt(stream, 0)).amplitudeRatio();
  if (uniformAt(stream, 1) < 0.5) return {1.0, quieter};
  return {quieter, 1.0};
}

bool isOwnPerChannel(NoiseKind kind) {
  return kind == NoiseKind::converterNoise || kind == NoiseKind::hiss;
}

std::unique_ptr<NoiseSource> makeNoiseSource(const NoiseSourceConfig& config) {
  LC_VERIFY(config.sampleRate >= 8000 && config.sampleRate <= 768'000);
  dsp::Random random(config.seed);
  switch (config.kind) {
    case NoiseKind::groundLoop:
      return std::make_unique<MainsComb>(config, groundLoopHarmonics(random));
    case NoiseKind::magneticPickup:
      return std::make_unique<MagneticPickup>(config);
    case NoiseKind::supplyRipple:
      return std::make_unique<MainsComb>(config, rippleHarmonics(random));
    case NoiseKind::leakage:
      return std::make_unique<MainsComb>(config, leakageHarmonics(random));
    case NoiseKind::dimmer:
      return std::make_unique<MainsComb>(
          config, dimmerHarmonics(random, config.mains.nominal.value(),
                                  firstOrderBeyondNyquist(config.mains, config.sampleRate) - 1));
    case NoiseKind::mainsHash:
      return std::make_unique<MainsHash>(config);
    case NoiseKind::computerHash:
      return std::make_unique<ComputerHash>(config);
    case NoiseKind::usbFrames:
      return std::make_unique<UsbFrames>(config);
    case NoiseKind::mobilePhone:
      return std::make_unique<MobilePhone>(config);
    case NoiseKind::converterNoise:
      return std::make_unique<ConverterNoise>(config);
    case NoiseKind::hiss:
      break;
  }
  return std::make_unique<Hiss>(config);
}

}  // namespace linecheck::simulation
