#include "wizard/noise_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "text/verdict_text.h"
#include "theme/style.h"
#include "widgets/verdict_banner.h"
#include "wizard/noise_check.h"

namespace linecheck::ui {

NoisePanel::NoisePanel(const Theme& theme, NoiseCheck& check, QWidget* parent)
    : QWidget(parent),
      check_(check),
      banner_(new VerdictBanner(theme)),
      text_(new QLabel),
      progress_(new QProgressBar),
      listen_(new QPushButton),
      hunt_(new QPushButton(tr("Hunt it"))) {
  setAccessibleName(tr("Hum check"));
  text_->setWordWrap(true);
  progress_->setAccessibleName(tr("How much is heard"));
  progress_->setTextVisible(false);
  progress_->setFixedHeight(6);
  progress_->setRange(0, 1000);
  hunt_->setToolTip(tr("Opens the page Hum, which leads to the link that brings it."));
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  for (auto* button : {listen_, hunt_}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  row->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(banner_);
  column->addWidget(text_);
  column->addWidget(progress_);
  column->addLayout(row);
  connect(listen_, &QPushButton::clicked, this, [this] {
    if (check_.isListening()) {
      check_.stop();
    } else {
      check_.begin();
    }
  });
  connect(hunt_, &QPushButton::clicked, this, &NoisePanel::huntWanted);
  connect(&check_, &NoiseCheck::changed, this, &NoisePanel::refresh);
  refresh();
}

void NoisePanel::refresh() {
  const bool isListening = check_.isListening();
  const auto& verdict = check_.verdict();
  const bool isFault = verdict && diagnosis::isFault(verdict->cause);
  banner_->setVisible(verdict.has_value() && !isListening);
  if (verdict) banner_->show(bannerOf(*verdict));
  text_->setVisible(!verdict || isListening || !check_.fault().isEmpty());
  text_->setText(!check_.fault().isEmpty() ? check_.fault()
                 : isListening
                     ? tr("Listening. Play nothing, and touch nothing.")
                     : tr("Plug the amplifier's or the interface's output into the interface's "
                          "input, stop all playback, and let it listen for a few seconds."));
  progress_->setVisible(isListening);
  progress_->setValue(static_cast<int>(check_.progress() * 1000));
  listen_->setText(isListening ? tr("Stop") : verdict ? tr("Listen again") : tr("Listen for hum"));
  listen_->setProperty(Style::kPrimary, !isFault && !isListening);
  hunt_->setVisible(isFault && !isListening);
  hunt_->setProperty(Style::kPrimary, true);
  for (auto* button : {listen_, hunt_}) button->update();
}

}  // namespace linecheck::ui
