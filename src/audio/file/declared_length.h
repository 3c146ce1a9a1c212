#pragma once

#include <cstdint>
#include <istream>
#include <optional>

namespace linecheck::audio {

/// How many bytes of samples a WAV or AIFF header declares, and how many are there. libsndfile
/// quietly shortens a file that was cut off to what is left of it.
struct DeclaredLength {
  std::uint64_t declared = 0;  ///< Bytes.
  std::uint64_t present = 0;   ///< Bytes, at most `declared`.
};

/// Nothing if the file is of another kind, has no sample data chunk, or was written by a program
/// that could not know its length (a pipe), whose header says 0xFFFFFFFF.
[[nodiscard]] std::optional<DeclaredLength> declaredLength(std::istream& file);

}  // namespace linecheck::audio
