#include "levels/run_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

#include "levels/harness_pane.h"
#include "levels/parameter_form.h"
#include "text/levels_text.h"
#include "theme/style.h"

namespace linecheck::ui {
namespace {

constexpr int kRightWidth = 520;
constexpr int kHeight = 212;
constexpr QSize kLeastPicture{320, 184};  // With its heading.
constexpr int kDeedWidth = 148;
constexpr int kDeedHeight = 40;
constexpr int kProgressSteps = 1000;

}  // namespace

RunPanel::RunPanel(const Theme& theme, MeasurementRun& run, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      run_(run),
      harness_(new HarnessPane(theme)),
      form_(new ParameterForm),
      wants_(new QLabel),
      now_(new QLabel),
      progress_(new QProgressBar),
      deed_(new QPushButton),
      stop_(new QPushButton(tr("Stop"))) {
  setAccessibleName(tr("Run"));
  wants_->setForegroundRole(QPalette::PlaceholderText);
  wants_->setWordWrap(true);
  wants_->setText(tr("Nothing has to be set."));
  now_->setWordWrap(true);
  now_->setAccessibleDescription(tr("Progress"));
  progress_->setAccessibleName(tr("Progress"));
  progress_->setRange(0, kProgressSteps);
  progress_->setTextVisible(false);
  progress_->setFixedHeight(space::kTight - 2);
  deed_->setProperty(Style::kPrimary, true);
  deed_->setMinimumSize(kDeedWidth, kDeedHeight);
  deed_->setFont(textFont(TextSize::heading, QFont::DemiBold));
  stop_->setMinimumHeight(kDeedHeight);

  auto* deeds = new QHBoxLayout;
  deeds->setSpacing(space::kTight);
  deeds->addWidget(deed_);
  deeds->addWidget(stop_);
  auto* now = new QVBoxLayout;
  now->setSpacing(space::kHair);
  now->addStretch();
  now->addWidget(now_);
  now->addWidget(progress_);
  now->addStretch();
  deeds->addSpacing(space::kTight);
  deeds->addLayout(now, 1);
  auto* rightBox = new QWidget;
  right_ = rightBox;
  rightBox->setFixedWidth(kRightWidth);
  auto* right = new QVBoxLayout(rightBox);
  right->setContentsMargins(0, 0, 0, 0);
  right->setSpacing(space::kTight);
  right->addWidget(wants_);
  right->addWidget(form_);
  right->addStretch();
  right->addLayout(deeds);
  row_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
  row_->setContentsMargins(space::kNormal, space::kTight, space::kNormal, space::kSnug);
  row_->setSpacing(space::kWide);
  row_->addWidget(harness_, 1);
  row_->addWidget(rightBox, 0, Qt::AlignLeft);
  // Where there is no room beside the settings, the cables stand above them.
  harness_->setMinimumWidth(1);
  fit();
  connect(&run_, &MeasurementRun::stateChanged, this, &RunPanel::refresh);
  connect(&run_, &MeasurementRun::progressed, this, &RunPanel::showProgress);
  connect(deed_, &QPushButton::clicked, this, &RunPanel::press);
  connect(stop_, &QPushButton::clicked, this, &RunPanel::stopPressed);
  connect(form_, &ParameterForm::changed, this, &RunPanel::refresh);
  refresh();
}

void RunPanel::show(const measure::Procedure* procedure) {
  procedure_ = procedure;
  form_->show(procedure);
  form_->setVisible(procedure != nullptr && !procedure->parameters().empty());
  wants_->setVisible(!form_->isVisibleTo(this));
  fit();
  refresh();
}

void RunPanel::setCompact(bool isCompact) {
  isCompact_ = isCompact;
  harness_->setVisible(!isCompact);
  fit();
}

void RunPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void RunPanel::fit() {
  const int settings = right_->sizeHint().height() + space::kTight + space::kSnug;
  const bool isNarrow =
      width() < kRightWidth + kLeastPicture.width() + space::kWide + 2 * space::kNormal;
  row_->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  row_->setSpacing(isNarrow ? space::kTight : space::kWide);
  setFixedHeight(isCompact_ ? settings
                 : isNarrow ? settings + kLeastPicture.height() + space::kTight
                            : kHeight);
}

void RunPanel::ask(const std::optional<Question>& question) {
  question_ = question;
  refresh();
}

void RunPanel::press() {
  if (question_) {
    Q_EMIT agreePressed();
    return;
  }
  switch (run_.state()) {
    case MeasurementRun::State::idle:
      Q_EMIT runPressed();
      break;
    case MeasurementRun::State::asksConsent:
      Q_EMIT agreePressed();
      break;
    case MeasurementRun::State::awaitsCables:
      Q_EMIT goOnPressed();
      break;
    case MeasurementRun::State::preparing:
    case MeasurementRun::State::playing:
    case MeasurementRun::State::reading:
      Q_EMIT stopPressed();
      break;
  }
}

void RunPanel::setInterface(const HarnessDevice& device) {
  harness_->setInterface(device);
}

QString RunPanel::deed() const {
  return deed_->text();
}

void RunPanel::setPlace(const QString& place) {
  place_ = place;
  refresh();
}

measure::Harness RunPanel::harness() const {
  if (!run_.isIdle() && run_.step() < run_.steps().size()) {
    return run_.steps()[run_.step()].harness;
  }
  if (procedure_ == nullptr) return measure::Harness::loop;
  return procedure_->steps(form_->values()).front().harness;
}

void RunPanel::refresh() {
  using State = MeasurementRun::State;
  const State state = run_.state();
  const bool isRunning = !run_.isIdle();
  const auto steps = isRunning ? run_.steps().size()
                     : procedure_ == nullptr
                         ? 1
                         : procedure_->steps(measure::Values(procedure_->parameters())).size();
  const auto resistor = form_->values().get("resistor");
  harness_->show(harness(), isRunning ? std::min(run_.step(), steps - 1) : 0, steps,
                 resistor ? QStringLiteral("%1\u2009Ω").arg(*resistor) : QString());
  form_->setEnabled(!isRunning);
  const bool asks = state == State::asksConsent || state == State::awaitsCables;
  stop_->setVisible(asks || question_);
  progress_->setVisible(state == State::playing || state == State::reading);
  switch (state) {
    case State::idle:
      deed_->setText(procedure_ == nullptr ? tr("Run all") : tr("Run"));
      now_->setText({});
      progress_->setValue(0);
      break;
    case State::preparing:
    case State::reading:
      deed_->setText(tr("Stop"));
      now_->setText(state == State::reading ? tr("Reading what came back") : tr("Preparing"));
      break;
    case State::asksConsent:
      deed_->setText(tr("Play it"));
      stop_->setText(tr("Do not"));
      now_->setText(tr("Nothing plays until you say so."));
      break;
    case State::awaitsCables:
      deed_->setText(tr("Cables are so"));
      stop_->setText(tr("Stop"));
      now_->setText(tr("Step %1 of %2. Go on when they are.").arg(run_.step() + 1).arg(steps));
      break;
    case State::playing:
      deed_->setText(tr("Stop"));
      break;
  }
  if (question_) {
    deed_->setText(question_->yes);
    stop_->setText(question_->no);
    now_->setText(question_->note);
  }
  deed_->setAccessibleName(deed_->text());
  deed_->setProperty(Style::kPrimary, state == State::idle || asks);
  deed_->update();
}

void RunPanel::showProgress(double done, const std::string& segment, Seconds left) {
  progress_->setValue(static_cast<int>(done * kProgressSteps));
  QString text = segmentText(segment);
  if (run_.steps().size() > 1) {
    text = tr("Step %1 of %2: %3").arg(run_.step() + 1).arg(run_.steps().size()).arg(text);
  }
  if (!place_.isEmpty()) text = place_ + QStringLiteral(" · ") + text;
  now_->setText(tr("%1, %2 s left").arg(text).arg(static_cast<int>(std::ceil(left.value()))));
}

void RunPanel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace linecheck::ui
