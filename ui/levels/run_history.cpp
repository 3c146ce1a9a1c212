#include "levels/run_history.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "measure/saved_reading.h"

namespace linecheck::ui {

const PastRun& RunHistory::add(const ResultPtr& result) {
  const std::string kind(result->procedure->id());
  forgetSamples(kind);
  PastRun run;
  run.number = static_cast<int>(runs_.size()) + 1;
  run.kind = kind;
  run.at = result->recordings.front().capture.startedAt;
  run.name =
      QLocale::c().toString(QDateTime::fromSecsSinceEpoch(run.at.time_since_epoch().count()).time(),
                            QStringLiteral("HH:mm:ss"));
  run.result = result;
  run.reading = result->reading;
  runs_.push_back(std::move(run));
  return runs_.back();
}

void RunHistory::forgetSamples(std::string_view kind) {
  for (PastRun& run : runs_) {
    if (run.kind != kind || !run.result) continue;
    auto light = std::make_shared<measure::ProcedureResult>(*run.result);
    for (measure::Recording& recording : light->recordings) {
      recording.capture.samples = {};
      recording.sequence.reset();
    }
    run.result = std::move(light);
  }
}

Result<int> RunHistory::load(const std::filesystem::path& file, std::string_view kind) {
  auto saved = measure::loadReading(file);
  if (!saved) return fail(saved.error());
  const QString name = QFileInfo(QString::fromStdU16String(file.u16string())).fileName();
  if (saved->kind != kind) {
    return fail(ErrorCode::badInput, "This is of another measurement: " + saved->kind + ".",
                name.toStdString());
  }
  PastRun run;
  run.number = static_cast<int>(runs_.size()) + 1;
  run.kind = saved->kind;
  run.name = name;
  run.reading = std::move(saved->reading);
  runs_.push_back(std::move(run));
  return runs_.back().number;
}

const PastRun* RunHistory::newest(std::string_view kind) const {
  const auto found = std::find_if(runs_.rbegin(), runs_.rend(), [kind](const PastRun& run) {
    return run.kind == kind && run.result;
  });
  return found == runs_.rend() ? nullptr : &*found;
}

const PastRun* RunHistory::find(int number) const {
  const auto found = std::find_if(runs_.begin(), runs_.end(),
                                  [number](const PastRun& run) { return run.number == number; });
  return found == runs_.end() ? nullptr : &*found;
}

}  // namespace linecheck::ui
