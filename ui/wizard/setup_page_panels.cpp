#include "wizard/checklist_panel.h"
#include "wizard/computer_panel.h"
#include "wizard/desk_panel.h"
#include "wizard/desk_side.h"
#include "wizard/loudness_panel.h"
#include "wizard/match_panel.h"
#include "wizard/noise_panel.h"
#include "wizard/run_strip.h"
#include "wizard/setup_page.h"
#include "wizard/step_side.h"

namespace linecheck::ui {

void SetupPage::buildPanels() {
  using setup::StepId;
  auto* desk = new DeskPanel(document_);
  connect(drawing_, &DeskSide::profileDropped, desk, &DeskPanel::add);
  connect(desk, &DeskPanel::notListed, this, &SetupPage::newProfileWanted);
  step_->addPanel(StepId::desk, {desk});
  auto* computer = new ComputerPanel(theme_, *watch_, *model_);
  connect(computer, &ComputerPanel::failed, this, &SetupPage::tell);
  const QString loop =
      tr("Plug a cable from an output of the interface into an input of it, take headphones off, "
         "and have the path checked: a quiet test signal, three seconds.");
  step_->addPanel(StepId::computer,
                  {computer, new RunStrip(theme_, *run_, {tr("Check the path"), loop, {"path"}})});
  step_->addPanel(StepId::amplifier, {new LoudnessPanel(*model_)});
  step_->addPanel(
      StepId::audioInterface,
      {new LoudnessPanel(*model_),
       new RunStrip(theme_, *run_,
                    {tr("Measure the headroom"),
                     tr("With the same cable, the output plays ever louder until something "
                        "clips. You are asked before it gets loud."),
                     {"headroom"}})});
  step_->addPanel(StepId::oneKnob, {new MatchPanel(theme_, session_, *model_)});
  auto* noise = new NoisePanel(theme_, *noise_);
  connect(noise, &NoisePanel::huntWanted, this, &SetupPage::huntWanted);
  step_->addPanel(StepId::noise, {noise});
  auto* list = new ChecklistPanel(theme_, *model_, *run_, *noise_, *watch_);
  connect(list, &ChecklistPanel::failed, this, &SetupPage::tell);
  step_->addPanel(StepId::checklist, {list});
}

}  // namespace linecheck::ui
