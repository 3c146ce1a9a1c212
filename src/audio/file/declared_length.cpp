#include "audio/file/declared_length.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace linecheck::audio {
namespace {

constexpr std::uint32_t kUnknownSize = 0xFFFFFFFF;
// What stands before the samples inside AIFF's SSND chunk: offset and block size.
constexpr std::uint64_t kSsndPrefix = 8;

enum class Endian { little, big };

std::uint32_t toUint32(const char* bytes, Endian endian) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[endian == Endian::big ? i : 3 - i]);
    value = value << 8 | byte;
  }
  return value;
}

}  // namespace

std::optional<DeclaredLength> declaredLength(std::istream& file) {
  file.clear();
  file.seekg(0, std::ios::end);
  const auto fileSize = static_cast<std::uint64_t>(std::max<std::streamoff>(file.tellg(), 0));
  file.seekg(0);

  std::array<char, 12> header{};
  if (!file.read(header.data(), header.size())) return std::nullopt;
  const std::string_view container(header.data(), 4);
  const std::string_view content(header.data() + 8, 4);
  const bool isWave = (container == "RIFF" || container == "RIFX") && content == "WAVE";
  const bool isAiff = container == "FORM" && (content == "AIFF" || content == "AIFC");
  if (!isWave && !isAiff) return std::nullopt;
  const Endian endian = container == "RIFF" ? Endian::little : Endian::big;

  std::uint64_t position = header.size();
  std::array<char, 8> chunk{};
  while (position + chunk.size() <= fileSize) {
    file.seekg(static_cast<std::streamoff>(position));
    if (!file.read(chunk.data(), chunk.size())) return std::nullopt;
    position += chunk.size();
    const std::string_view id(chunk.data(), 4);
    const std::uint64_t size = toUint32(chunk.data() + 4, endian);
    if (id == (isWave ? "data" : "SSND")) {
      if (size == kUnknownSize) return std::nullopt;
      const std::uint64_t prefix = isAiff ? std::min(size, kSsndPrefix) : 0;
      const std::uint64_t present = std::min(size, fileSize - position);
      return DeclaredLength{size - prefix, present - std::min(present, prefix)};
    }
    position += size + size % 2;
  }
  return std::nullopt;
}

}  // namespace linecheck::audio
