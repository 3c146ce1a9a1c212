#include "dsp/harmonic_fit.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "dsp/harmonic_blocks.h"
#include "dsp/vector_code.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;
using Complex = std::complex<double>;
constexpr Complex kI{0.0, 1.0};

// Σ cos(αn) over n = −(N − 1)/2 … (N − 1)/2.
double dirichlet(double alpha, double count) {
  const double denominator = std::sin(alpha / 2.0);
  // Near multiples of 2π, that of the limit: N but for the sign.
  if (std::abs(denominator) < 1e-14) return count * std::cos((count - 1.0) * alpha / 2.0);
  return std::sin(count * alpha / 2.0) / denominator;
}

// The same sum with Hann's weight ½ + ½cos(2πn/N).
double hannKernel(double alpha, double count) {
  const double bin = 2.0 * pi / count;
  return 0.5 * dirichlet(alpha, count) +
         0.25 * (dirichlet(alpha + bin, count) + dirichlet(alpha - bin, count));
}

double hannKernelSlope(double alpha, double count) {
  const double h = 1e-3 / count;
  return (hannKernel(alpha + h, count) - hannKernel(alpha - h, count)) / (2.0 * h);
}

// Weighted correlations of the samples with the model's lines, kept block by block so that they
// can be turned to a slightly different frequency without another pass over the samples.
class BlockSums {
 public:
  BlockSums(std::span<const double> samples, const Carrier& carrier, std::size_t harmonics);

  // Moves the carrier's frequency by this many radians per sample.
  void turn(double radiansPerSample);

  double dc = 0.0;             // Σ w·x
  std::vector<Complex> lines;  // Σ w·x·exp(−i·l·phase)
  Complex moment;              // Σ w·n·x·exp(−i·phase), n from the centre

 private:
  void addUp();

  std::size_t harmonics_;
  std::vector<double> centres_;        // Of each block, from the carrier's centre.
  std::vector<Complex> blockLines_;    // Block by block, all orders.
  std::vector<Complex> blockMoments_;  // About the block's own centre.
};

// At ±offset the weight is a ∓ b, so that the halves of a block mix.
LC_VECTOR_CODE void weightHalves(double cosine, double sine, const double* __restrict cosines,
                                 const double* __restrict sines, double* __restrict even,
                                 double* __restrict odd) {
  for (std::size_t i = 0; i < HarmonicBlocks::kHalf; ++i) {
    const double a = 0.5 + cosine * cosines[i];
    const double b = sine * sines[i];
    const double before = even[i];
    even[i] = before * a - odd[i] * b;
    odd[i] = odd[i] * a - before * b;
  }
}

// The Hann weight over the blocks of a stretch.
class BlockWeight {
 public:
  explicit BlockWeight(double count) : bin_(2.0 * pi / count) {
    for (std::size_t i = 0; i < HarmonicBlocks::kHalf; ++i) {
      const double angle = bin_ * (static_cast<double>(i) + 0.5);
      cosines_[i] = std::cos(angle);
      sines_[i] = std::sin(angle);
    }
  }

  // Weights both halves of a block that is centred this far from the middle of the stretch.
  void apply(double centre, HarmonicBlocks::HalfBlock& even, HarmonicBlocks::HalfBlock& odd) const {
    weightHalves(0.5 * std::cos(bin_ * centre), 0.5 * std::sin(bin_ * centre), cosines_.data(),
                 sines_.data(), even.data(), odd.data());
  }

 private:
  double bin_;
  HarmonicBlocks::HalfBlock cosines_{};
  HarmonicBlocks::HalfBlock sines_{};
};

// Divides the halves of a block by an envelope that is 1 + δ·slope about its middle value.
void divideByEnvelope(double middle, double slope, HarmonicBlocks::HalfBlock& even,
                      HarmonicBlocks::HalfBlock& odd) {
  for (std::size_t i = 0; i < HarmonicBlocks::kHalf; ++i) {
    const double change = -slope * (static_cast<double>(i) + 0.5);
    const double before = even[i];
    even[i] = (before + change * odd[i]) / middle;
    odd[i] = (odd[i] + change * before) / middle;
  }
}

constexpr std::size_t kLength = HarmonicBlocks::kLength;

double blockCentre(std::size_t block) {
  return static_cast<double>(block * kLength) + (static_cast<double>(kLength) - 1.0) / 2.0;
}

// Relative slope of the envelope at a sample, from a chord over half a block.
double envelopeSlope(const Carrier& carrier, double sample) {
  constexpr double kReach = HarmonicBlocks::kHalf;
  return (carrier.envelopeAt(sample + kReach) - carrier.envelopeAt(sample - kReach)) /
         (2.0 * kReach * carrier.envelopeAt(sample));
}

BlockSums::BlockSums(std::span<const double> samples, const Carrier& carrier, std::size_t harmonics)
    : lines(harmonics), harmonics_(harmonics) {
  const std::size_t blocks = samples.size() / kLength;
  centres_.resize(blocks);
  blockLines_.resize(blocks * harmonics);
  blockMoments_.resize(blocks);

  HarmonicBlocks tables(harmonics);
  tables.setSlope(carrier.slopeAt(carrier.centre));
  const BlockWeight weight(static_cast<double>(samples.size()));
  HarmonicBlocks::HalfBlock even{};
  HarmonicBlocks::HalfBlock odd{};
  for (std::size_t q = 0; q < blocks; ++q) {
    const double sample = blockCentre(q);
    centres_[q] = sample - carrier.centre;
    HarmonicBlocks::fold(samples.subspan(q * kLength).first<kLength>(), even, odd);
    if (!carrier.isSteady()) {
      tables.setSlope(carrier.slopeAt(sample));
      divideByEnvelope(carrier.envelopeAt(sample), envelopeSlope(carrier, sample), even, odd);
    }
    weight.apply(centres_[q], even, odd);
    const auto sums = std::span(blockLines_).subspan(q * harmonics, harmonics);
    tables.correlate(even, odd, sums);
    const Complex back = std::polar(1.0, -carrier.phaseAt(sample));
    blockMoments_[q] = back * tables.moment(even, odd);
    Complex turned = back;
    for (Complex& sum : sums) {
      sum *= turned;
      turned *= back;
    }
    dc += HarmonicBlocks::sum(even);
  }
  addUp();
}

void BlockSums::turn(double radiansPerSample) {
  // Rounding grows with the number of blocks, to 10⁻¹² at most.
  Complex back = std::polar(1.0, -radiansPerSample * centres_.front());
  const Complex step = std::polar(1.0, -radiansPerSample * static_cast<double>(kLength));
  for (std::size_t q = 0; q < centres_.size(); ++q, back *= step) {
    blockMoments_[q] *= back;
    Complex turned = back;
    for (std::size_t l = 0; l < harmonics_; ++l) {
      blockLines_[q * harmonics_ + l] *= turned;
      turned *= back;
    }
  }
  addUp();
}

void BlockSums::addUp() {
  std::fill(lines.begin(), lines.end(), Complex());
  moment = Complex();
  for (std::size_t q = 0; q < centres_.size(); ++q) {
    for (std::size_t l = 0; l < harmonics_; ++l) lines[l] += blockLines_[q * harmonics_ + l];
    moment += centres_[q] * blockLines_[q * harmonics_] + blockMoments_[q];
  }
}

// Solves the normal equations. With the phase counted from the middle of an even weight, cosines
// and sines do not mix.
void solveAmplitudes(const BlockSums& sums, double radians, double count, HarmonicFit& fit) {
  const auto harmonics = static_cast<Eigen::Index>(sums.lines.size());
  Eigen::VectorXd kernel(2 * harmonics + 1);
  for (Eigen::Index k = 0; k < kernel.size(); ++k) {
    kernel[k] = hannKernel(radians * static_cast<double>(k), count);
  }
  Eigen::MatrixXd cosines(harmonics + 1, harmonics + 1);
  Eigen::MatrixXd sines(harmonics, harmonics);
  for (Eigen::Index a = 0; a <= harmonics; ++a) {
    for (Eigen::Index b = 0; b <= harmonics; ++b) {
      cosines(a, b) = 0.5 * (kernel[std::abs(a - b)] + kernel[a + b]);
      if (a > 0 && b > 0) sines(a - 1, b - 1) = 0.5 * (kernel[std::abs(a - b)] - kernel[a + b]);
    }
  }
  Eigen::VectorXd real(harmonics + 1);
  Eigen::VectorXd imaginary(harmonics);
  real[0] = sums.dc;
  for (Eigen::Index l = 0; l < harmonics; ++l) {
    real[l + 1] = sums.lines[static_cast<std::size_t>(l)].real();
    imaginary[l] = sums.lines[static_cast<std::size_t>(l)].imag();
  }
  real = cosines.ldlt().solve(real);
  imaginary = sines.ldlt().solve(imaginary);
  fit.dc = real[0];
  for (Eigen::Index l = 0; l < harmonics; ++l) {
    fit.amplitudes[static_cast<std::size_t>(l)] = {real[l + 1], imaginary[l]};
  }
}

// By how much to change the frequency, in radians per sample: the fundamental's first moment, less
// what the model's other lines leak into it, is proportional to the error.
double frequencyError(const BlockSums& sums, double radians, double count, const HarmonicFit& fit) {
  const auto slope = [&](double multiple) { return hannKernelSlope(multiple * radians, count); };
  const Complex fundamental = fit.amplitudes[0];
  if (std::abs(fundamental) == 0.0) return 0.0;
  Complex leaked = kI * fit.dc * slope(1.0) + 0.5 * kI * std::conj(fundamental) * slope(2.0);
  for (std::size_t l = 1; l < fit.amplitudes.size(); ++l) {
    const auto order = static_cast<double>(l + 1);
    leaked += 0.5 * kI *
              (std::conj(fit.amplitudes[l]) * slope(order + 1.0) -
               fit.amplitudes[l] * slope(order - 1.0));
  }
  const double secondMoment = std::pow(count, 3) * (1.0 / 24.0 - 1.0 / (4.0 * pi * pi));
  return (2.0 * (sums.moment - leaked) / fundamental).imag() / secondMoment;
}

}  // namespace

HarmonicFit fitHarmonics(std::span<const double> samples, const Carrier& start,
                         std::size_t harmonics) {
  HarmonicFit fit{start, 0.0, std::vector<Complex>(harmonics)};
  if (!LC_VERIFY(harmonics >= 1 && !samples.empty() && samples.size() % kLength == 0)) return fit;
  const auto count = static_cast<double>(samples.size());
  // Beyond this change a block's own sums would have lost more than 10⁻⁹ of a line.
  constexpr double kGreatestTurn = 6e-7;
  constexpr int kPasses = 4;
  constexpr int kTurns = 6;
  for (int pass = 0; pass < kPasses; ++pass) {
    BlockSums sums(samples, fit.carrier, harmonics);
    double turned = 0.0;
    for (int i = 0; i < kTurns; ++i) {
      const double radians = 2.0 * pi * fit.carrier.cyclesPerSample;
      solveAmplitudes(sums, radians, count, fit);
      const double error = frequencyError(sums, radians, count, fit);
      // A runaway would be a bad start, not a tone: what is there is kept.
      if (!(std::abs(error) * count < 2.0 * pi)) return fit;
      if (std::abs(error) * count < 1e-10) break;
      fit.carrier.cyclesPerSample += error / (2.0 * pi);
      turned += error;
      sums.turn(error);
    }
    if (std::abs(turned) < kGreatestTurn) break;
  }
  return fit;
}

void subtractHarmonics(std::span<const double> samples, const HarmonicFit& fit,
                       const std::function<void(std::span<const double>)>& use) {
  const Carrier& carrier = fit.carrier;
  HarmonicBlocks tables(fit.amplitudes.size());
  tables.setSlope(carrier.slopeAt(carrier.centre));
  std::vector<Complex> amplitudes(fit.amplitudes.size());
  std::array<double, kLength> rest{};
  for (std::size_t q = 0; q < samples.size() / kLength; ++q) {
    const double sample = blockCentre(q);
    double gain = 1.0;
    double slope = 0.0;
    if (!carrier.isSteady()) {
      tables.setSlope(carrier.slopeAt(sample));
      gain = carrier.envelopeAt(sample);
      slope = envelopeSlope(carrier, sample);
    }
    const Complex forward = std::polar(1.0, carrier.phaseAt(sample));
    Complex turn = gain * forward;
    for (std::size_t l = 0; l < amplitudes.size(); ++l) {
      amplitudes[l] = fit.amplitudes[l] * turn;
      turn *= forward;
    }
    tables.subtract(samples.subspan(q * kLength).first<kLength>(), fit.dc, amplitudes, slope, rest);
    use(rest);
  }
}

}  // namespace linecheck::dsp
