#include "wizard/match_panel.h"

#include <QLabel>
#include <QVBoxLayout>

#include "levels/level_match_pane.h"
#include "wizard/setup_model.h"

namespace linecheck::ui {

MatchPanel::MatchPanel(const Theme& theme, Session& session, SetupModel& model, QWidget* parent)
    : QWidget(parent), pane_(new LevelMatchPane(theme, session, model.document())) {
  setAccessibleName(tr("Match the levels"));
  auto* about = new QLabel(
      tr("A is the headphones, B the monitors: quiet pink noise for both, so that they can be made "
         "equally loud. What you type or answer settles the match by itself."));
  about->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(about);
  column->addWidget(pane_);
  connect(pane_, &LevelMatchPane::judged, this, [this, &model] {
    if (const auto& found = pane_->difference()) {
      model.take(setup::MatchReading{*found, pane_->isByEar()});
    }
  });
}

bool MatchPanel::perform(midi::Action action) {
  return isVisible() && pane_->perform(action);
}

}  // namespace linecheck::ui
