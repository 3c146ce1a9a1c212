#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>

#include "base/task_thread.h"
#include "diagnosis/diagnosis.h"
#include "measure/live_events.h"

namespace linecheck::diagnosis {

/// Diagnoses what a live monitor analyses, on a thread of its own. If analyses come faster than
/// they can be diagnosed, the newest wins. All functions are thread-safe.
class LiveDiagnosis {
 public:
  /// What a stretch says, and the stretch.
  using Listener = std::function<void(Diagnosis, measure::LiveAnalysis)>;

  /// `listener` is called on the diagnosing thread; not after the destructor.
  explicit LiveDiagnosis(Listener listener);

  /// Without samples nothing is diagnosed.
  void take(measure::LiveAnalysis analysis);
  /// What was taken so far is of no interest any more: its diagnosis is not told.
  void forget();
  /// The interface's own noise, from now on; none: not measured.
  void setBaseline(std::optional<Evidence> baseline);

 private:
  void work();

  Listener listener_;
  std::mutex mutex_;
  std::optional<measure::LiveAnalysis> newest_;
  std::optional<Evidence> baseline_;
  std::uint64_t forgotten_ = 0;
  TaskThread thread_;  ///< Last: it uses all of the above.
};

}  // namespace linecheck::diagnosis
