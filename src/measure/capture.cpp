#include "measure/capture.h"

#include <algorithm>

namespace linecheck::measure {

void FlagLog::add(const audio::FlaggedFrames& flagged) {
  if (!flagged.flags.any() || flagged.count <= 0) return;
  if (!entries_.empty()) {
    auto& last = entries_.back();
    const bool continues = last.first + last.count == flagged.first && last.flags == flagged.flags;
    if (continues || entries_.size() == kMaxEntries) {
      last.count = flagged.first + flagged.count - last.first;
      last.flags = last.flags | flagged.flags;
      return;
    }
  }
  entries_.push_back(flagged);
}

std::vector<double> Capture::channel(int index, std::int64_t first, std::int64_t count) const {
  std::vector<double> result(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
  const auto stride = static_cast<std::size_t>(channels);
  std::size_t from = static_cast<std::size_t>(first) * stride + static_cast<std::size_t>(index);
  for (double& sample : result) {
    sample = static_cast<double>(samples[from]);
    from += stride;
  }
  return result;
}

}  // namespace linecheck::measure
