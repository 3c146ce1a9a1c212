#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace linecheck::testing {

/// The `size` low bytes of a number, as they stand in a file.
inline std::string bytesOf(std::uint64_t value, int size, std::endian order) {
  std::string bytes;
  for (int i = 0; i < size; ++i) {
    const int shift = 8 * (order == std::endian::little ? i : size - 1 - i);
    bytes += static_cast<char>(value >> shift & 0xFF);
  }
  return bytes;
}

/// WAV and AIFF files put together byte by byte from their specifications, so that what is read is
/// checked against something other than the library that reads.
struct SoundBytes {
  int channels = 1;
  int sampleRate = 48000;
  int bits = 16;
  bool isFloatingPoint = false;
  std::string data;  ///< The samples' bytes, in the file's order.

  [[nodiscard]] std::string wav() const {
    const auto le = std::endian::little;
    const int frameBytes = channels * bits / 8;
    const std::string format = bytesOf(isFloatingPoint ? 3 : 1, 2, le) + bytesOf(channels, 2, le) +
                               bytesOf(sampleRate, 4, le) +
                               bytesOf(static_cast<std::uint64_t>(sampleRate) * frameBytes, 4, le) +
                               bytesOf(frameBytes, 2, le) + bytesOf(bits, 2, le);
    const std::string content = "WAVEfmt " + bytesOf(format.size(), 4, le) + format + "data" +
                                bytesOf(data.size(), 4, le) + data;
    return "RIFF" + bytesOf(content.size(), 4, le) + content;
  }

  [[nodiscard]] std::string aiff() const {
    const auto be = std::endian::big;
    // The rate is an 80-bit extended float: exponent and a mantissa with its leading one.
    const int exponent = static_cast<int>(std::bit_width(static_cast<unsigned>(sampleRate))) - 1;
    const std::uint64_t mantissa = static_cast<std::uint64_t>(sampleRate) << (63 - exponent);
    const std::size_t frames = data.size() / static_cast<std::size_t>(channels * bits / 8);
    const std::string comm = bytesOf(channels, 2, be) + bytesOf(frames, 4, be) +
                             bytesOf(bits, 2, be) + bytesOf(16383 + exponent, 2, be) +
                             bytesOf(mantissa, 8, be);
    const std::string content = "AIFFCOMM" + bytesOf(comm.size(), 4, be) + comm + "SSND" +
                                bytesOf(data.size() + 8, 4, be) + bytesOf(0, 8, be) + data;
    return "FORM" + bytesOf(content.size(), 4, be) + content;
  }
};

/// Bytes of integers of `bits`, in the given order.
inline std::string integerBytes(const std::vector<std::int64_t>& values, int bits,
                                std::endian order) {
  std::string bytes;
  for (const std::int64_t value : values) {
    bytes += bytesOf(static_cast<std::uint64_t>(value), bits / 8, order);
  }
  return bytes;
}

/// Bytes of floats or doubles, little-endian.
template <class T>
std::string floatBytes(const std::vector<T>& values) {
  std::string bytes(values.size() * sizeof(T), '\0');
  std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

}  // namespace linecheck::testing
