#include "wizard/run_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "theme/style.h"
#include "wizard/setup_run.h"

namespace linecheck::ui {

RunStrip::RunStrip(const Theme& theme, SetupRun& run, Deed deed, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      run_(run),
      deed_(std::move(deed)),
      text_(new QLabel),
      progress_(new QProgressBar),
      begin_(new QPushButton),
      no_(new QPushButton) {
  setAccessibleName(tr("Measurement"));
  text_->setWordWrap(true);
  progress_->setAccessibleName(tr("How far it is"));
  progress_->setTextVisible(false);
  progress_->setFixedHeight(6);
  progress_->setRange(0, 1000);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  for (auto* button : {begin_, no_}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  row->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kNormal, space::kSnug, space::kNormal, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(text_);
  column->addWidget(progress_);
  column->addLayout(row);
  connect(begin_, &QPushButton::clicked, this, &RunStrip::press);
  connect(no_, &QPushButton::clicked, this, [this] {
    if (run_.stage() == SetupRun::Stage::playing) {
      run_.stop();
    } else {
      run_.answer(false);
    }
  });
  connect(&run_, &SetupRun::changed, this, &RunStrip::refresh);
  connect(&run_, &SetupRun::finished, this, &RunStrip::refresh);
  refresh();
}

void RunStrip::press() {
  if (run_.isIdle()) {
    run_.begin(deed_.procedures);
  } else {
    run_.answer(true);
  }
}

void RunStrip::refresh() {
  using Stage = SetupRun::Stage;
  const Stage stage = run_.stage();
  const bool asks = stage == Stage::asksHeadphones || stage == Stage::asksConsent;
  QString text = stage == Stage::idle ? deed_.about : run_.text();
  if (stage == Stage::idle && !run_.fault().isEmpty()) text = run_.fault();
  text_->setText(text);
  begin_->setVisible(stage != Stage::playing);
  begin_->setText(asks ? run_.deed() : deed_.text);
  begin_->setProperty(Style::kPrimary, true);
  begin_->update();
  no_->setVisible(stage != Stage::idle);
  no_->setText(asks ? tr("Not now") : tr("Stop"));
  progress_->setVisible(stage == Stage::playing);
  progress_->setValue(static_cast<int>(run_.progress() * 1000));
}

void RunStrip::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(theme_[Role::line]);
  painter.setBrush(theme_[Role::card]);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                          space::kRadius);
}

}  // namespace linecheck::ui
