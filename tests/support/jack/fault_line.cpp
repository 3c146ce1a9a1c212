#include "support/jack/fault_line.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::testing {
namespace {

double ratio(double decibels) {
  return std::pow(10.0, decibels / 20.0);
}

}  // namespace

FaultLine::FaultLine(const Fault& fault, int channels, int sampleRate)
    : fault_(fault),
      rate_(sampleRate),
      gain_(ratio(fault.gainDb)),
      noiseRms_(fault.noiseDbfs ? ratio(*fault.noiseDbfs) / std::numbers::sqrt2 : 0),
      random_(fault.noiseSeed) {
  for (const Dropout& dropout : fault_.dropouts) {
    if (dropout.kind == Dropout::Kind::removed) delay_ += dropout.frames;
  }
  memory_.resize(static_cast<std::size_t>(delay_ + 1) * static_cast<std::size_t>(channels));
  out_ = -delay_;
}

void FaultLine::process(std::span<float> frame) {
  delay(frame);
  disturb(frame);
  ++in_;
}

void FaultLine::delay(std::span<float> frame) {
  const auto slot = [&](std::int64_t index) {
    const auto offset = static_cast<std::size_t>(index % (delay_ + 1)) * frame.size();
    return std::span<float>(memory_).subspan(offset, frame.size());
  };
  const bool silent = std::all_of(frame.begin(), frame.end(), [](float x) { return x == 0.0F; });
  if (signalStart_ < 0 && !silent) signalStart_ = in_;
  std::copy(frame.begin(), frame.end(), slot(in_).begin());

  bool zeroed = false;
  while (signalStart_ >= 0 && nextDropout_ < fault_.dropouts.size()) {
    const Dropout& dropout = fault_.dropouts[nextDropout_];
    const std::int64_t start = signalStart_ + dropout.frame;
    const bool removes = dropout.kind == Dropout::Kind::removed;
    if (out_ < start) break;
    if (!removes && out_ < start + dropout.frames) {
      zeroed = true;
      ++dropped_;
      break;
    }
    if (removes) {
      out_ += dropout.frames;
      dropped_ += dropout.frames;
    }
    ++nextDropout_;
  }

  if (out_ < 0 || zeroed) {
    std::fill(frame.begin(), frame.end(), 0.0F);
  } else {
    const std::span<float> stored = slot(out_);
    std::copy(stored.begin(), stored.end(), frame.begin());
  }
  ++out_;
}

void FaultLine::disturb(std::span<float> frame) {
  if (fault_.gainDb == 0 && fault_.hum.empty() && noiseRms_ == 0) return;
  double hum = 0;
  for (const AddedLine& line : fault_.hum) {
    const double turns = std::fmod(line.frequencyHz * static_cast<double>(in_) / rate_, 1.0);
    hum += ratio(line.levelDbfs) * std::sin(2 * std::numbers::pi * turns);
  }
  for (std::size_t channel = 0; channel < frame.size(); ++channel) {
    double sample = frame[channel] * gain_;
    if (!fault_.onlyChannel || static_cast<std::size_t>(*fault_.onlyChannel) == channel) {
      sample += hum;
      if (noiseRms_ > 0) sample += noiseRms_ * normal_(random_);
    }
    frame[channel] = static_cast<float>(sample);
  }
}

}  // namespace linecheck::testing
