#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <new>
#include <system_error>
#include <type_traits>

#include "audio/file/declared_length.h"
#include "audio/file/sndfile.h"
#include "audio/file/sound_file.h"
#include "base/path_text.h"

namespace linecheck::audio {
namespace {

constexpr std::int64_t kFramesPerRead = 16'384;

Result<void> checkPath(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  const std::string where = pathText(path);
  if (status.type() == std::filesystem::file_type::not_found) {
    return fail(ErrorCode::notFound, "There is no such file.", where);
  }
  if (error) return fail(ErrorCode::io, "Cannot be read: " + error.message() + ".", where);
  if (std::filesystem::is_directory(status)) {
    return fail(ErrorCode::badInput, "Is a folder, not a sound file.", where);
  }
  if (!std::filesystem::is_regular_file(status)) {
    return fail(ErrorCode::badInput, "Is a device or pipe, not a sound file.", where);
  }
  const auto size = std::filesystem::file_size(path, error);
  if (error) return fail(ErrorCode::io, "Cannot be read: " + error.message() + ".", where);
  if (size == 0) return fail(ErrorCode::badInput, "Is empty.", where);
  return {};
}

bool isReadable(int container) {
  switch (container) {
    case SF_FORMAT_WAV:
    case SF_FORMAT_WAVEX:
    case SF_FORMAT_RF64:
    case SF_FORMAT_W64:
    case SF_FORMAT_AIFF:
    case SF_FORMAT_CAF:
    case SF_FORMAT_FLAC:
      return true;
    default:
      return false;
  }
}

int storedBits(int encoding) {
  switch (encoding) {
    case SF_FORMAT_PCM_S8:
    case SF_FORMAT_PCM_U8:
      return 8;
    case SF_FORMAT_PCM_16:
      return 16;
    case SF_FORMAT_PCM_24:
      return 24;
    case SF_FORMAT_PCM_32:
    case SF_FORMAT_FLOAT:
      return 32;
    case SF_FORMAT_DOUBLE:
      return 64;
    default:
      return 0;
  }
}

Result<SoundFileInfo> readInfo(const Sndfile& file, const std::string& where) {
  const SF_INFO& info = file.info();
  const int encoding = info.format & SF_FORMAT_SUBMASK;
  SoundFileInfo result;
  result.channels = info.channels;
  result.sampleRate = info.samplerate;
  result.frames = info.frames;
  result.bitsPerSample = storedBits(encoding);
  result.isFloatingPoint = encoding == SF_FORMAT_FLOAT || encoding == SF_FORMAT_DOUBLE;
  const char* comment = sf_get_string(file.get(), SF_STR_COMMENT);
  if (comment != nullptr) result.comment = comment;

  if (!isReadable(info.format & SF_FORMAT_TYPEMASK)) {
    return fail(ErrorCode::unsupported, "Is of a kind that is not read: use WAV, FLAC or AIFF.",
                where);
  }
  if (result.bitsPerSample == 0) {
    return fail(ErrorCode::unsupported,
                "Its samples are compressed with loss: use PCM or floating point.", where);
  }
  if (info.channels < 1 || info.channels > kMaxFileChannels) {
    return fail(
        ErrorCode::unsupported,
        fmt::format("Has {} channels: 1 to {} can be read.", info.channels, kMaxFileChannels),
        where);
  }
  if (info.samplerate < kMinFileSampleRate || info.samplerate > kMaxFileSampleRate) {
    return fail(ErrorCode::unsupported,
                fmt::format("Has a sample rate of {} Hz: {} Hz to {} kHz can be read.",
                            info.samplerate, kMinFileSampleRate, kMaxFileSampleRate / 1000),
                where);
  }
  return result;
}

tl::unexpected<Error> tooLong(const std::string& where) {
  return fail(ErrorCode::unsupported,
              fmt::format("Is too long: at most {} samples over all channels can be read.",
                          kMaxFileSamples),
              where);
}

tl::unexpected<Error> cutOff(std::int64_t declared, std::int64_t present,
                             const std::string& where) {
  return fail(ErrorCode::badInput,
              fmt::format("Is cut off: its header declares {} frames, but only {} are there.",
                          declared, present),
              where);
}

Result<void> checkDeclaredLength(std::fstream& stream, const SoundFileInfo& info,
                                 const std::string& where) {
  const auto length = declaredLength(stream);
  if (!length || length->present == length->declared) return {};
  const auto frameBytes = static_cast<std::uint64_t>(info.channels) *
                          static_cast<std::uint64_t>(info.bitsPerSample / 8);
  return cutOff(static_cast<std::int64_t>(length->declared / frameBytes),
                static_cast<std::int64_t>(length->present / frameBytes), where);
}

sf_count_t readFrames(SNDFILE* file, float* to, sf_count_t frames) {
  return sf_readf_float(file, to, frames);
}
sf_count_t readFrames(SNDFILE* file, double* to, sf_count_t frames) {
  return sf_readf_double(file, to, frames);
}

// Grows as it reads, so that a header cannot make it ask for memory that no samples need.
template <class Sample>
Result<std::vector<Sample>> readSamples(const Sndfile& file, const SoundFileInfo& info,
                                        const std::string& where) {
  const std::size_t channels = static_cast<std::size_t>(info.channels);
  std::vector<Sample> samples;
  std::int64_t frames = 0;
  while (true) {
    samples.resize(static_cast<std::size_t>(frames + kFramesPerRead) * channels);
    Sample* to = samples.data() + static_cast<std::size_t>(frames) * channels;
    const sf_count_t got = readFrames(file.get(), to, kFramesPerRead);
    for (std::size_t i = 0; i < static_cast<std::size_t>(got) * channels; ++i) {
      if (std::isfinite(to[i])) continue;
      const std::int64_t frame = frames + static_cast<std::int64_t>(i / channels);
      return fail(
          ErrorCode::badInput,
          fmt::format("Sample {} of channel {} (at {:.6f} s) is not a finite number.", frame,
                      i % channels + 1, static_cast<double>(frame) / info.sampleRate),
          where);
    }
    frames += got;
    if (got < kFramesPerRead) break;
    if (frames * info.channels > kMaxFileSamples) return tooLong(where);
  }
  samples.resize(static_cast<std::size_t>(frames) * channels);
  return samples;
}

template <class Sample>
Result<Sound<Sample>> readChecked(const std::filesystem::path& path) {
  const std::string where = pathText(path);
  if (auto checked = checkPath(path); !checked) return fail(checked.error());
  std::fstream stream(path, std::ios::in | std::ios::binary);
  if (!stream) {
    return fail(ErrorCode::io, "Cannot be opened: check that you may read it.", where);
  }
  const Sndfile file(stream, SFM_READ, SF_INFO{});
  if (!file.isOpen()) {
    return fail(ErrorCode::badInput, "Is not a sound file that can be read (" + file.error() + ").",
                where);
  }
  auto info = readInfo(file, where);
  if (!info) return fail(info.error());
  // A FLAC stream that went through a pipe does not know its length.
  const bool lengthIsKnown = info->frames != SF_COUNT_MAX;
  if (lengthIsKnown && info->frames > kMaxFileSamples / info->channels) return tooLong(where);

  auto samples = readSamples<Sample>(file, *info, where);
  if (!samples) return fail(samples.error());
  const auto frames = static_cast<std::int64_t>(samples->size()) / info->channels;
  if (lengthIsKnown && frames < info->frames) return cutOff(info->frames, frames, where);
  if (auto checked = checkDeclaredLength(stream, *info, where); !checked) {
    return fail(checked.error());
  }
  if (frames == 0) return fail(ErrorCode::badInput, "Holds no samples.", where);
  info->frames = frames;
  return Sound<Sample>{std::move(*info), std::move(*samples)};
}

}  // namespace

template <class Sample>
Result<Sound<Sample>> readSoundFile(const std::filesystem::path& path) {
  try {
    return readChecked<Sample>(path);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::unsupported, "Is too long for this computer's memory.", pathText(path));
  }
}

template Result<Sound<float>> readSoundFile(const std::filesystem::path& path);
template Result<Sound<double>> readSoundFile(const std::filesystem::path& path);

}  // namespace linecheck::audio
