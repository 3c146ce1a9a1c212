#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audio/backend.h"
#include "audio/flagged_frames.h"
#include "audio/paced/paced_stream.h"

namespace linecheck::audio {

/// A recording to be played back as if a device captured it now.
struct Recording {
  std::string name;  ///< The device's name; for a file, its path.
  int sampleRate = 48000;
  int channels = 1;
  std::vector<float> samples;          ///< Interleaved.
  std::vector<FlaggedFrames> flagged;  ///< Given again with the blocks that hold them.
};

/// Replays recordings: each is a device of host API "File" whose input gives the recording's
/// samples bit for bit from its beginning, and then finishes. What is played to it is discarded.
/// It knows only the recording's own sample rate.
class FileBackend final : public Backend {
 public:
  static constexpr const char* kHostApi = "File";
  static constexpr int kOutputChannels = 2;

  explicit FileBackend(std::vector<Recording> recordings, Pacing pacing = {});

  [[nodiscard]] std::string name() const override { return "file"; }
  Result<std::vector<Device>> devices() override;
  Result<void> probe(const StreamConfig& config) override;
  Result<std::unique_ptr<Stream>> open(const StreamConfig& config,
                                       BlockProcessor& processor) override;

 private:
  Result<std::shared_ptr<const Recording>> find(const DeviceId& id) const;
  Result<std::shared_ptr<const Recording>> check(const StreamConfig& config) const;

  std::vector<std::shared_ptr<const Recording>> recordings_;
  Pacing pacing_;
};

}  // namespace linecheck::audio
