#pragma once

#include <QString>
#include <chrono>
#include <deque>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "levels/measurement_run.h"

namespace linecheck::ui {

/// A run that is over, or one that was loaded from a file.
struct PastRun {
  int number = 0;    ///< Counts from 1 in this session, over all procedures.
  std::string kind;  ///< The procedure's id.
  QString name;      ///< "14:03:22", or the file's name.
  std::chrono::sys_seconds at{};
  ResultPtr result;  ///< Null if it was loaded. Of an older run without its samples.
  measure::Reading reading;
};

/// The runs of this session. Samples are kept of the newest run of each procedure only.
class RunHistory {
 public:
  /// The newest is the last.
  const PastRun& add(const ResultPtr& result);
  /// As `measure::loadReading`; `badInput` if it is not of this procedure.
  Result<int> load(const std::filesystem::path& file, std::string_view kind);

  [[nodiscard]] const std::deque<PastRun>& runs() const { return runs_; }
  /// Null if there is none.
  [[nodiscard]] const PastRun* newest(std::string_view kind) const;
  [[nodiscard]] const PastRun* find(int number) const;

 private:
  void forgetSamples(std::string_view kind);

  std::deque<PastRun> runs_;  ///< Never shortened, so that what is in it stays in its place.
};

}  // namespace linecheck::ui
