#include "measure/procedures/tone_traces.h"

#include <cmath>
#include <limits>

namespace linecheck::measure {
namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

Trace emptyTrace(const char* id, int channel, const char* xName, Unit xUnit) {
  return {id, channel, xName, xUnit, Unit::db, {}, {}};
}

// The greatest value of a trace, and where it is; unknown if there is none at all.
void addWorst(const Trace& trace, Reading& reading) {
  std::optional<std::size_t> worst;
  for (std::size_t i = 0; i < trace.y.size(); ++i) {
    if (!std::isnan(trace.y[i]) && !(worst && trace.y[i] <= trace.y[*worst])) worst = i;
  }
  const std::string id = trace.id + "_worst";
  const auto at = [&](const std::vector<double>& values) {
    return worst ? std::optional(values[*worst]) : std::nullopt;
  };
  reading.figures.push_back({id, trace.yUnit, trace.channel, at(trace.y), {}});
  if (worst) {
    reading.figures.push_back({id + "_at", trace.xUnit, trace.channel, at(trace.x), {}});
  } else {
    reading.statements.push_back({id, "below_floor", trace.channel});
  }
}

}  // namespace

ToneTraces::ToneTraces(int channel, const char* xName, Unit xUnit)
    : gain_(emptyTrace("gain", channel, xName, xUnit)),
      thd_(emptyTrace("thd", channel, xName, xUnit)),
      thdn_(emptyTrace("thdn", channel, xName, xUnit)) {}

void ToneTraces::add(double x, DecibelsFs played, const std::optional<ToneFigures>& tone) {
  for (Trace* trace : {&gain_, &thd_, &thdn_}) trace->x.push_back(x);
  gain_.y.push_back(tone ? (tone->level - played).value() : kGap);
  thd_.y.push_back(tone && tone->thd ? tone->thd->value() : kGap);
  thdn_.y.push_back(tone ? tone->thdn.value() : kGap);
  gainSe_.push_back(tone ? tone->levelSe : kGap);
}

bool ToneTraces::isHeard(std::size_t point) const {
  return !std::isnan(gain_.y[point]);
}

std::optional<std::size_t> ToneTraces::nearest(double x) const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!isHeard(i)) continue;
    if (!best || std::abs(gain_.x[i] - x) < std::abs(gain_.x[*best] - x)) best = i;
  }
  return best;
}

void ToneTraces::finish(std::size_t reference, Reading& reading) const {
  Trace deviation = gain_;
  deviation.id = "deviation";
  std::size_t least = reference;
  std::size_t greatest = reference;
  for (std::size_t i = 0; i < size(); ++i) {
    deviation.y[i] = gain(i) - gain(reference);
    if (!isHeard(i)) continue;
    if (gain(i) < gain(least)) least = i;
    if (gain(i) > gain(greatest)) greatest = i;
  }
  const auto add = [&](const char* id, double value, double uncertainty) {
    reading.figures.push_back({id, Unit::db, gain_.channel, value, uncertainty});
  };
  // A point against itself is certain.
  const auto error = [this](std::size_t a, std::size_t b) {
    return a == b ? 0.0 : std::hypot(gainSe(a), gainSe(b));
  };
  add("gain", gain(reference), gainSe(reference));
  add("deviation", gain(greatest) - gain(least), error(greatest, least));
  add("deviation_low", gain(least) - gain(reference), error(least, reference));
  add("deviation_high", gain(greatest) - gain(reference), error(greatest, reference));
  addWorst(thd_, reading);
  addWorst(thdn_, reading);
  reading.traces.push_back(gain_);
  reading.traces.push_back(std::move(deviation));
  reading.traces.push_back(thd_);
  reading.traces.push_back(thdn_);
}

Reading readSteps(const Recording& recording, std::span<const ToneStep> steps, const char* xName,
                  Unit xUnit, double reference) {
  Reading reading;
  for (const int channel : recording.usableChannels()) {
    ToneTraces traces(channel, xName, xUnit);
    for (const ToneStep& step : steps) {
      const auto samples = recording.steady(*recording.sequence->segment(step.segment), channel);
      if (samples.empty()) {
        reading.isComplete = false;
        break;
      }
      traces.add(step.x, step.tone.level,
                 readTone(samples, recording.sampleRate(), step.tone.frequency));
    }
    if (traces.size() == 0) continue;
    if (const auto heard = traces.nearest(reference)) {
      traces.finish(*heard, reading);
    } else {
      reading.statements.push_back({"tone", "not_found", channel});
    }
  }
  return reading;
}

}  // namespace linecheck::measure
