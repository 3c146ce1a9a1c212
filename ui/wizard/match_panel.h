#pragma once

#include <QWidget>

#include "app/session.h"
#include "midi/binding.h"
#include "theme/theme.h"

namespace linecheck::ui {

class LevelMatchPane;
class SetupModel;

/// Headphones and monitors as loud as each other: noise for the knob and the comparison, whose
/// result the set-up keeps.
class MatchPanel : public QWidget {
  Q_OBJECT

 public:
  /// All outlive the panel.
  MatchPanel(const Theme& theme, Session& session, SetupModel& model, QWidget* parent = nullptr);

  [[nodiscard]] LevelMatchPane& pane() const { return *pane_; }
  /// As LevelMatchPane::perform; false also while the panel is not seen.
  bool perform(midi::Action action);

 private:
  LevelMatchPane* pane_;
};

}  // namespace linecheck::ui
