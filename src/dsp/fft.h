#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <span>

namespace linecheck::dsp {

/// Forward FFT of real input in double precision (FFTW, plans by estimate).
///
/// Planning is serialised, so plans may be made on any thread; one object is used by one thread at
/// a time. Transforms are not normalised: a sine of peak 1 on bin k gives |X[k]| = length / 2.
class RealFft {
 public:
  static constexpr std::size_t kMaxLength = std::size_t{1} << 23;

  /// `length` in 1…kMaxLength samples, any number; products of small primes are fast.
  explicit RealFft(std::size_t length);
  ~RealFft();
  RealFft(RealFft&&) noexcept;
  RealFft& operator=(RealFft&&) noexcept;
  RealFft(const RealFft&) = delete;
  RealFft& operator=(const RealFft&) = delete;

  [[nodiscard]] std::size_t length() const;
  /// length/2 + 1: bins 0 (DC) to length/2 (Nyquist, if length is even).
  [[nodiscard]] std::size_t bins() const;

  /// The buffer to fill before `transform`; `length()` samples. Its content survives.
  [[nodiscard]] std::span<double> input();
  /// Transforms `input()`; the view is valid until the next call. Realtime-safe: yes.
  std::span<const std::complex<double>> transform();

  /// The signal of `length()` samples whose transform is `spectrum` (`bins()` of them; imaginary
  /// parts at DC and Nyquist do not count): transforming it again gives `spectrum` back. Uses
  /// `input()`, and ends the validity of transform()'s view. Realtime-safe: yes.
  void invert(std::span<const std::complex<double>> spectrum, std::span<double> signal);

 private:
  struct Plan;
  std::unique_ptr<Plan> plan_;
};

}  // namespace linecheck::dsp
