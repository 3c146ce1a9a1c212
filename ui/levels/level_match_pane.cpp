#include "levels/level_match_pane.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

#include "document/chain_document.h"
#include "measure/stimulus.h"
#include "setup/monitor_switch.h"
#include "setup/safety.h"
#include "text/reading.h"
#include "text/sentence_text.h"
#include "widgets/flow_layout.h"
#include "widgets/notice_line.h"

namespace linecheck::ui {
namespace {

using measure::EarAnswer;
using measure::MatchSide;

constexpr double kNoReading = 0.0;           // What an empty field holds.
constexpr int kQuietest = -60;               // dBFS.
const Decibels kCrest = Decibels::of(12.0);  // As MatchNoise says of its peaks.

QLabel* body(const QString& text = {}) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  return label;
}

QDoubleSpinBox* readingField(const QString& name) {
  auto* field = new QDoubleSpinBox;
  field->setAccessibleName(name);
  field->setDecimals(1);
  field->setRange(kNoReading, 140.0);
  field->setSingleStep(0.5);
  field->setSuffix(QStringLiteral(" dB"));
  field->setSpecialValueText(QStringLiteral("—"));
  // Half a number would be judged.
  field->setKeyboardTracking(false);
  return field;
}

QString positionOf(const setup::MonitorSwitch& found, MatchSide side) {
  return QString::fromStdString(side == MatchSide::a ? found.headphones : found.monitors);
}

}  // namespace

LevelMatchPane::LevelMatchPane(const Theme& theme, Session& session, const ChainDocument& document,
                               QWidget* parent)
    : QWidget(parent),
      session_(session),
      document_(document),
      noise_(new MatchNoiseRun(session, this)),
      question_(new NoticeLine(theme)) {
  setAccessibleName(tr("Match levels"));
  result_ = body();
  result_->setAccessibleDescription(tr("Result"));
  result_->setFont(textFont(TextSize::heading, QFont::DemiBold));
  playing_ = body();
  playing_->setAccessibleDescription(tr("What plays"));
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kTight);
  rows->addWidget(buildNoise());
  rows->addWidget(question_);
  rows->addWidget(playing_);
  ways_ = new QTabWidget;
  ways_->setAccessibleName(tr("How it is compared"));
  // Its row of names has the focus; the whole would hand it back there for ever.
  ways_->setFocusPolicy(Qt::NoFocus);
  ways_->addTab(buildMeter(), tr("With a &meter"));
  ways_->addTab(buildEar(), tr("By &ear"));
  rows->addWidget(ways_);
  rows->addWidget(result_);

  connect(ways_, &QTabWidget::currentChanged, this, [this] {
    setGains();
    judge();
    Q_EMIT wayChanged();
  });
  connect(noise_, &MatchNoiseRun::changed, this, &LevelMatchPane::refresh);
  connect(noise_, &MatchNoiseRun::failed, this, [this](const Error& error) {
    fault_ = QString::fromStdString(error.message());
    refresh();
  });
  connect(question_, &NoticeLine::deedPressed, this, [this] {
    agreed_ = question();
    question_->show({});
    playNow(side_);
  });
  // What is worn, or where its knob stands, may be another now.
  connect(&document_, &ChainDocument::changed, this, [this] {
    agreed_.clear();
    question_->show({});
    judge();
  });
  judge();
}

QWidget* LevelMatchPane::buildNoise() {
  auto* box = new QWidget;
  auto* row = new FlowLayout(space::kTight, box);
  playA_ = new QPushButton(tr("Play A"));
  playB_ = new QPushButton(tr("Play B"));
  stop_ = new QPushButton(tr("Stop"));
  playA_->setAccessibleDescription(tr("Pink noise for the headphones"));
  playB_->setAccessibleDescription(tr("Pink noise for the monitors"));
  for (QPushButton* button : {playA_, playB_, stop_}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  level_ = new QSpinBox;
  level_->setAccessibleName(tr("Level of the noise"));
  level_->setToolTip(tr("RMS; its peaks are some 12 dB higher."));
  level_->setRange(kQuietest, static_cast<int>(measure::kLoudestMatchNoise.value()));
  level_->setSuffix(QStringLiteral("\u2009dBFS"));
  level_->setValue(static_cast<int>(measure::MatchNoise().level.value()));
  row->addWidget(level_);
  connect(playA_, &QPushButton::clicked, this, [this] { play(MatchSide::a); });
  connect(playB_, &QPushButton::clicked, this, [this] { play(MatchSide::b); });
  connect(stop_, &QPushButton::clicked, this, &LevelMatchPane::stop);
  connect(level_, &QSpinBox::valueChanged, this, [this] {
    question_->show({});
    refresh();
  });
  return box;
}

QWidget* LevelMatchPane::buildMeter() {
  auto* box = new QWidget;
  auto* form = new QFormLayout(box);
  readingA_ = readingField(tr("Reading of A"));
  readingB_ = readingField(tr("Reading of B"));
  background_ = readingField(tr("Reading in silence"));
  background_->setToolTip(
      tr("With the noise off. If you type it, readings too close to it are refused."));
  form->addRow(tr("&A, the headphones"), readingA_);
  form->addRow(tr("&B, the monitors"), readingB_);
  form->addRow(tr("&Silence, if you like"), background_);
  for (QDoubleSpinBox* field : {readingA_, readingB_, background_}) {
    connect(field, &QDoubleSpinBox::valueChanged, this, &LevelMatchPane::judge);
  }
  return box;
}

QWidget* LevelMatchPane::buildEar() {
  auto* box = new QWidget;
  auto* rows = new QVBoxLayout(box);
  rows->addWidget(
      body(tr("Play A and B in turn, as often as you like, and say which is louder. The "
              "louder one is then played quieter, until you hear no difference.")));
  auto* answers = new QWidget;
  auto* row = new FlowLayout(space::kTight, answers);
  row->addWidget(addAnswer(tr("A louder"), EarAnswer::aLouder));
  row->addWidget(addAnswer(tr("Equal"), EarAnswer::equal));
  row->addWidget(addAnswer(tr("B louder"), EarAnswer::bLouder));
  auto* anew = new QPushButton(tr("Begin anew"));
  anew->setAutoDefault(false);
  connect(anew, &QPushButton::clicked, this, &LevelMatchPane::beginAnew);
  row->addWidget(anew);
  rows->addWidget(answers);
  rows->addStretch(1);
  return box;
}

QPushButton* LevelMatchPane::addAnswer(const QString& text, EarAnswer answer) {
  auto* button = new QPushButton(text);
  button->setAutoDefault(false);
  connect(button, &QPushButton::clicked, this, [this, answer] { this->answer(answer); });
  answers_ << button;
  return button;
}

bool LevelMatchPane::isByEar() const {
  return ways_->currentIndex() == 1;
}

void LevelMatchPane::hideEvent(QHideEvent* event) {
  stop();
  QWidget::hideEvent(event);
}

void LevelMatchPane::stop() {
  question_->show({});
  noise_->stop();
}

measure::MatchNoise LevelMatchPane::wanted() const {
  measure::MatchNoise noise;
  noise.level = DecibelsFs::of(level_->value());
  return noise;
}

QString LevelMatchPane::question() const {
  const DecibelsFs peak = wanted().level + kCrest;
  QStringList all;
  for (const setup::WornLevel& worn : setup::wornLevels(document_.desk(), peak)) {
    if (!worn.mustComeOff) continue;
    const QString name = QString::fromStdString(document_.desk().name(worn.headphones));
    const auto most = worn.peak.high ? worn.peak.high : worn.peak.nominal;
    all << (most ? tr("Take %1 off and turn its volume down: this noise may reach %2 dB SPL in "
                      "it.")
                       .arg(name, numberText(most->value(), 0))
                 : tr("Take %1 off and turn its volume down: nobody knows how loud this noise "
                      "gets in it.")
                       .arg(name));
  }
  if (peak > measure::kLoudestUnasked) {
    all << tr("Its peaks reach %1 dBFS.").arg(numberText(peak.value(), 0));
  }
  return all.join(u' ');
}

void LevelMatchPane::play(MatchSide side) {
  side_ = side;
  const QString asked = question();
  if (!asked.isEmpty() && asked != agreed_ && !noise_->isPlaying()) {
    fault_.clear();
    question_->show(asked, tr("Done, play it"));
    return refresh();
  }
  playNow(side);
}

void LevelMatchPane::playNow(MatchSide side) {
  fault_.clear();
  setGains();
  const bool isLoud = wanted().level + kCrest > measure::kLoudestUnasked;
  noise_->setNoise(wanted(), isLoud ? measure::LoudTone::confirmed : measure::LoudTone::refused);
  noise_->play(side);
}

void LevelMatchPane::answer(EarAnswer heard) {
  ear_.answer(heard);
  setGains();
  judge();
}

void LevelMatchPane::beginAnew() {
  ear_ = measure::EarMatch();
  setGains();
  judge();
}

void LevelMatchPane::setGains() {
  for (const MatchSide side : {MatchSide::a, MatchSide::b}) {
    noise_->setGain(side, isByEar() ? ear_.gain(side) : Decibels::of(0.0));
  }
}

bool LevelMatchPane::perform(midi::Action action) {
  using midi::Action;
  switch (action) {
    case Action::markA:
      play(MatchSide::a);
      return true;
    case Action::markB:
      play(MatchSide::b);
      return true;
    case Action::startStop:
      if (noise_->isPlaying()) {
        stop();
      } else {
        play(side_);
      }
      return true;
    case Action::nextStep:
      if (!isByEar() || !noise_->isPlaying() || ear_.isDone()) return false;
      answer(EarAnswer::equal);
      return true;
    default:
      return false;
  }
}

QString LevelMatchPane::switchText(MatchSide side) const {
  const auto found = setup::monitorSwitchOf(document_.desk());
  if (!found) {
    return side == MatchSide::a ? tr("switch to the headphones") : tr("switch to the monitors");
  }
  const QString device = QString::fromStdString(document_.desk().name(found->device->id));
  const int moves = side == MatchSide::a ? found->toHeadphones : found->toMonitors;
  switch (found->modes->operation) {
    case profiles::Operation::flick:
      return tr("switch %1 to %2").arg(device, positionOf(*found, side));
    case profiles::Operation::holdCycle:
      return tr("hold the knob of %1 for a second, %2 ×, until it is in %3")
          .arg(device)
          .arg(moves)
          .arg(positionOf(*found, side));
    case profiles::Operation::press:
      return tr("press the button of %1, %2 ×, until it is in %3")
          .arg(device)
          .arg(moves)
          .arg(positionOf(*found, side));
  }
  return {};
}

// Where one knob sets both, only the monitors can be set alone.
measure::MatchControl LevelMatchPane::controlOf(MatchSide side) const {
  const auto found = setup::monitorSwitchOf(document_.desk());
  const bool isOneKnob = found && found->knob != nullptr;
  const QString name = side == MatchSide::a ? tr("the headphones") : tr("the monitors");
  return {name.toStdString(), side == MatchSide::b || !isOneKnob, {}};
}

void LevelMatchPane::refresh() {
  stop_->setEnabled(noise_->isPlaying());
  level_->setEnabled(!noise_->isPlaying());
  const QString noise =
      tr("Pink noise, 500 Hz to 2 kHz, %1 dBFS RMS").arg(numberText(level_->value(), 0));
  if (!fault_.isEmpty()) {
    playing_->setText(fault_);
  } else if (!noise_->isPlaying()) {
    playing_->setText(tr("%1: silent until you play it.").arg(noise));
  } else if (session_.isMuted()) {
    playing_->setText(tr("Muted. It goes on when you end that."));
  } else {
    playing_->setText(
        tr("%1. %2 plays: %3.")
            .arg(noise, noise_->side() == MatchSide::a ? QStringLiteral("A") : QStringLiteral("B"),
                 switchText(noise_->side())));
  }
  // An answer without sound would be none.
  for (QPushButton* button : answers_) {
    button->setEnabled(noise_->isPlaying() && !ear_.isDone());
  }
}

QString LevelMatchPane::found() {
  difference_.reset();
  if (isByEar()) {
    if (!ear_.isDone()) return tr("Play both, then say which is louder.");
    difference_ = ear_.difference();
    if (!difference_) {
      return tr("They are too far apart. Turn the louder one down, and begin anew.");
    }
  } else {
    if (readingA_->value() == kNoReading || readingB_->value() == kNoReading) {
      return tr("Play A, type what the meter reads, then the same for B.");
    }
    const std::array a = {DecibelsSpl::of(readingA_->value())};
    const std::array b = {DecibelsSpl::of(readingB_->value())};
    measure::MeterReadings readings{a, b, {}};
    if (background_->value() != kNoReading) {
      readings.background = DecibelsSpl::of(background_->value());
    }
    const auto difference = measure::differenceOf(readings);
    if (!difference) return QString::fromStdString(difference.error().message());
    difference_ = *difference;
  }
  const auto a = controlOf(MatchSide::a);
  const auto b = controlOf(MatchSide::b);
  const auto advice = measure::adviceFor(*difference_, a, b);
  QString text = translated(measure::differenceText(*difference_)) + u'\n' +
                 translated(measure::adviceText(advice, a, b));
  if (!advice.isMatched) {
    text += u' ' + (isByEar() ? tr("Then begin anew.") : tr("Then read both again."));
  }
  return text;
}

void LevelMatchPane::judge() {
  const auto before = difference_;
  result_->setText(found());
  refresh();
  if (difference_ != before) Q_EMIT judged();
}

}  // namespace linecheck::ui
