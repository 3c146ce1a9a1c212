#include "simulation/output_load.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace linecheck::simulation {
namespace {

using Complex = std::complex<double>;

constexpr double kTwoPi = 2.0 * std::numbers::pi;

Complex s(Hertz frequency) {
  return {0.0, kTwoPi * frequency.value()};
}

bool changesNothing(const OutputPath& output) {
  if (output.isHeardAtBothEnds) return false;
  const SourceImpedance& source = output.source;
  const bool isStiff = source.resistance.value() == 0.0 && !source.seriesCapacitor;
  const bool isOpen = !source.parallelInductor && !output.load && !output.headphones;
  return isStiff || isOpen;
}

/// The trapezoidal rule, which is the bilinear transform, on one capacitor or inductor at a time:
/// each becomes a conductance beside a current that it remembers. Nothing is lost to rounding by
/// low frequencies at high rates, as it would be in one filter of fourth order.
class Circuit {
 public:
  Circuit(const OutputPath& output, int sampleRate) {
    const double half = 0.5 / sampleRate;
    const SourceImpedance& source = output.source;
    if (source.seriesCapacitor) capacitorResistance_ = half / source.seriesCapacitor->value();
    series_ = source.resistance.value() + capacitorResistance_;
    if (source.parallelInductor) inductor_ = half / source.parallelInductor->value();
    if (output.load) load_ = 1.0 / output.load->value();
    if (const auto& phones = output.headphones) {
      const double omega = kTwoPi * phones->resonance.value();
      voice_ = phones->resistance.value();
      tankCapacitor_ = phones->quality / (omega * phones->peak.value()) / half;
      tankInductor_ = half * omega * phones->quality / phones->peak.value();
      tank_ = 1.0 / phones->peak.value() + tankCapacitor_ + tankInductor_;
      phones_ = tank_ / (1.0 + voice_ * tank_);
    }
  }

  double next(double input) {
    const double seriesMemory = capacitorVoltage_ + capacitorResistance_ * seriesCurrent_;
    const double inductorMemory = inductorCurrent_ + inductor_ * voltage_;
    const double tankMemory = tankInductorCurrent_ + tankInductor_ * tankVoltage_ -
                              tankCapacitor_ * tankVoltage_ - tankCapacitorCurrent_;
    const double phonesMemory = tank_ == 0.0 ? 0.0 : tankMemory / (1.0 + voice_ * tank_);
    const double voltage = ((input - seriesMemory) / series_ - inductorMemory - phonesMemory) /
                           (1.0 / series_ + inductor_ + load_ + phones_);
    seriesCurrent_ = (input - seriesMemory - voltage) / series_;
    capacitorVoltage_ = seriesMemory + capacitorResistance_ * seriesCurrent_;
    inductorCurrent_ = inductorMemory + inductor_ * voltage;
    if (tank_ != 0.0) {
      const double tankVoltage = (voltage - voice_ * tankMemory) / (1.0 + voice_ * tank_);
      tankInductorCurrent_ += tankInductor_ * (tankVoltage + tankVoltage_);
      tankCapacitorCurrent_ = tankCapacitor_ * (tankVoltage - tankVoltage_) - tankCapacitorCurrent_;
      tankVoltage_ = tankVoltage;
    }
    voltage_ = voltage;
    return voltage;
  }

  void reset() {
    capacitorVoltage_ = seriesCurrent_ = inductorCurrent_ = voltage_ = 0.0;
    tankInductorCurrent_ = tankCapacitorCurrent_ = tankVoltage_ = 0.0;
  }

 private:
  // Ohms and siemens; 0 is what is not there.
  double capacitorResistance_ = 0.0;
  double series_ = 0.0;
  double inductor_ = 0.0;
  double load_ = 0.0;
  double voice_ = 0.0;
  double tankCapacitor_ = 0.0;
  double tankInductor_ = 0.0;
  double tank_ = 0.0;
  double phones_ = 0.0;

  double capacitorVoltage_ = 0.0;
  double seriesCurrent_ = 0.0;
  double inductorCurrent_ = 0.0;
  double voltage_ = 0.0;
  double tankInductorCurrent_ = 0.0;
  double tankCapacitorCurrent_ = 0.0;
  double tankVoltage_ = 0.0;
};

class OutputLoad final : public PathStage {
 public:
  OutputLoad(const OutputPath& output, std::size_t channels, int sampleRate)
      : circuits_(channels, Circuit(output, sampleRate)) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t i = 0; i < frames.size(); ++i) {
      frames[i] = circuits_[i % circuits_.size()].next(frames[i]);
    }
  }
  void reset() noexcept override {
    for (Circuit& circuit : circuits_) circuit.reset();
  }

 private:
  std::vector<Circuit> circuits_;
};

// Left before the resistor, right behind it.
class BothEnds final : public PathStage {
 public:
  BothEnds(const OutputPath& output, std::size_t channels, int sampleRate)
      : channels_(channels), circuit_(output, sampleRate) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t i = 0; i + 1 < frames.size(); i += channels_) {
      frames[i + 1] = circuit_.next(frames[i]);
    }
  }
  void reset() noexcept override { circuit_.reset(); }

 private:
  std::size_t channels_;
  Circuit circuit_;
};

}  // namespace

Complex SourceImpedance::at(Hertz frequency) const {
  Complex impedance = resistance.value();
  if (seriesCapacitor) impedance += 1.0 / (s(frequency) * seriesCapacitor->value());
  if (!parallelInductor) return impedance;
  const Complex beside = s(frequency) * parallelInductor->value();
  return impedance * beside / (impedance + beside);
}

Complex HeadphonesLoad::at(Hertz frequency) const {
  const double detuning = frequency / resonance - resonance / frequency;
  return resistance.value() + peak.value() / Complex(1.0, quality * detuning);
}

Complex OutputPath::divider(Hertz frequency) const {
  Complex series = source.resistance.value();
  if (source.seriesCapacitor) series += 1.0 / (s(frequency) * source.seriesCapacitor->value());
  Complex admittance = 0.0;
  if (source.parallelInductor)
    admittance += 1.0 / (s(frequency) * source.parallelInductor->value());
  if (load) admittance += 1.0 / load->value();
  if (headphones) admittance += 1.0 / headphones->at(frequency);
  return 1.0 / (1.0 + series * admittance);
}

std::unique_ptr<PathStage> makeOutputLoad(const OutputPath& output, std::size_t channels,
                                          int sampleRate) {
  if (changesNothing(output)) return nullptr;
  if (output.isHeardAtBothEnds && channels >= 2) {
    return std::make_unique<BothEnds>(output, channels, sampleRate);
  }
  return std::make_unique<OutputLoad>(output, channels, sampleRate);
}

Complex outputLoadResponse(const OutputPath& output, Hertz frequency, Hertz rate) {
  const double bent =
      rate.value() / std::numbers::pi * std::tan(std::numbers::pi * (frequency / rate));
  return output.divider(Hertz::of(bent));
}

}  // namespace linecheck::simulation
