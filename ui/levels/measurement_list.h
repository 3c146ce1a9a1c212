#pragma once

#include <QListWidget>
#include <QTimer>
#include <chrono>
#include <map>
#include <optional>

#include "measure/procedure.h"
#include "text/levels_text.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// All measurements, the check-up first, each with how far it has got and how long ago.
class MeasurementList : public QListWidget {
  Q_OBJECT

 public:
  explicit MeasurementList(const Theme& theme, QWidget* parent = nullptr);

  /// Null is the check-up.
  [[nodiscard]] const measure::Procedure* current() const;
  void choose(const measure::Procedure* procedure);
  /// The next one, or with −1 the one before; stays at either end.
  void chooseBy(int steps);
  /// `at` is when it was run, if that matters.
  void setState(const measure::Procedure* procedure, RunState state,
                std::optional<std::chrono::sys_seconds> at = {});
  [[nodiscard]] RunState state(const measure::Procedure* procedure) const;

 Q_SIGNALS:
  void chosen();

 private:
  struct Entry {
    QListWidgetItem* item = nullptr;
    RunState state = RunState::notRun;
    std::optional<std::chrono::sys_seconds> at;
  };

  void add(const measure::Procedure* procedure, const QString& name);
  void addHeading(const QString& name);
  void describe(Entry& entry);
  void keyPressEvent(QKeyEvent* event) override;

  std::map<const measure::Procedure*, Entry> entries_;
  QTimer ages_;

 Q_SIGNALS:
  /// Enter on an entry.
  void runWanted();
};

}  // namespace linecheck::ui
