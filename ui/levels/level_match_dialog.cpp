#include "levels/level_match_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>
#include <array>

#include "levels/harness_picture.h"
#include "measure/listeners.h"
#include "text/levels_text.h"
#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

using measure::EarAnswer;
using measure::MatchSide;

constexpr int kWidth = 560;
constexpr double kNoReading = 0.0;  // What an empty field holds.

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
  return field;
}

measure::MatchControl controlOf(MatchSide side) {
  const QString name = side == MatchSide::a ? LevelMatchDialog::tr("the headphones")
                                            : LevelMatchDialog::tr("the monitors");
  return {name.toStdString(), true, {}};
}

}  // namespace

LevelMatchDialog::LevelMatchDialog(const Theme& theme, Session& session, QWidget* parent)
    : QDialog(parent), noise_(new MatchNoiseRun(session, this)) {
  setWindowTitle(tr("Match levels"));
  setMinimumWidth(kWidth);
  picture_ = new HarnessPicture(theme);
  auto* picture = picture_;
  picture->setAccessibleName(tr("Where the meter stands"));
  picture->show({measure::Harness::soundLevelMeter, {}, {}, {}, {}, {}});
  result_ = body();
  result_->setAccessibleName(tr("Result"));
  result_->setFont(textFont(TextSize::heading, QFont::DemiBold));

  auto* rows = new QVBoxLayout(this);
  rows->setSpacing(space::kSnug);
  rows->addWidget(
      body(tr("A is the headphones, B the monitors. Both play the interface's output, and a switch "
              "selects which you hear: set it to the side that you play.")));
  place_ =
      body(tr("The meter's microphone goes to the earpad for A, and to where your head is "
              "when you listen for B."));
  rows->addWidget(place_);
  rows->addWidget(picture, 1);
  rows->addWidget(body(measureWord(measure::listeningWarning(measure::Harness::soundLevelMeter))));
  rows->addWidget(buildNoise());
  ways_ = new QTabWidget;
  ways_->addTab(buildMeter(), tr("With a &meter"));
  ways_->addTab(buildEar(), tr("By &ear"));
  rows->addWidget(ways_);
  rows->addWidget(result_);
  auto* buttons = new QDialogButtonBox;
  // Enter in a field of readings must not close.
  auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::ActionRole);
  close->setAutoDefault(false);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  rows->addWidget(buttons);

  connect(this, &QDialog::finished, noise_, &MatchNoiseRun::stop);
  connect(ways_, &QTabWidget::currentChanged, this, [this] {
    // An ear needs no meter.
    picture_->setVisible(!isByEar());
    place_->setVisible(!isByEar());
    setGains();
    judge();
  });
  connect(noise_, &MatchNoiseRun::changed, this, &LevelMatchDialog::refresh);
  connect(noise_, &MatchNoiseRun::failed, this, [this](const Error& error) {
    playing_->setText(QString::fromStdString(error.message()));
  });
  refresh();
  judge();
}

QWidget* LevelMatchDialog::buildNoise() {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kTight);
  playA_ = new QPushButton(tr("Play A"));
  playB_ = new QPushButton(tr("Play B"));
  stop_ = new QPushButton(tr("Stop"));
  for (QPushButton* button : {playA_, playB_, stop_}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  playing_ = body();
  row->addWidget(playing_, 1);
  connect(playA_, &QPushButton::clicked, this, [this] { play(MatchSide::a); });
  connect(playB_, &QPushButton::clicked, this, [this] { play(MatchSide::b); });
  connect(stop_, &QPushButton::clicked, noise_, &MatchNoiseRun::stop);
  return box;
}

QWidget* LevelMatchDialog::buildMeter() {
  auto* box = new QWidget;
  auto* form = new QFormLayout(box);
  readingA_ = readingField(tr("Reading of A"));
  readingB_ = readingField(tr("Reading of B"));
  form->addRow(tr("&A, the headphones"), readingA_);
  form->addRow(tr("&B, the monitors"), readingB_);
  for (QDoubleSpinBox* field : {readingA_, readingB_}) {
    connect(field, &QDoubleSpinBox::valueChanged, this, &LevelMatchDialog::judge);
  }
  return box;
}

QWidget* LevelMatchDialog::buildEar() {
  auto* box = new QWidget;
  auto* rows = new QVBoxLayout(box);
  rows->addWidget(
      body(tr("Play A and B in turn, as often as you like, and say which is louder. The "
              "louder one is then played quieter, until you hear no difference.")));
  auto* row = new QHBoxLayout;
  row->addWidget(addAnswer(tr("A louder"), EarAnswer::aLouder));
  row->addWidget(addAnswer(tr("Equal"), EarAnswer::equal));
  row->addWidget(addAnswer(tr("B louder"), EarAnswer::bLouder));
  auto* anew = new QPushButton(tr("Begin anew"));
  anew->setAutoDefault(false);
  connect(anew, &QPushButton::clicked, this, &LevelMatchDialog::beginAnew);
  row->addWidget(anew);
  rows->addLayout(row);
  return box;
}

QPushButton* LevelMatchDialog::addAnswer(const QString& text, EarAnswer answer) {
  auto* button = new QPushButton(text);
  button->setAutoDefault(false);
  connect(button, &QPushButton::clicked, this, [this, answer] { this->answer(answer); });
  answers_ << button;
  return button;
}

bool LevelMatchDialog::isByEar() const {
  return ways_->currentIndex() == 1;
}

void LevelMatchDialog::play(MatchSide side) {
  setGains();
  noise_->play(side);
}

void LevelMatchDialog::answer(EarAnswer heard) {
  ear_.answer(heard);
  setGains();
  judge();
}

void LevelMatchDialog::beginAnew() {
  ear_ = measure::EarMatch();
  setGains();
  judge();
}

void LevelMatchDialog::setGains() {
  for (const MatchSide side : {MatchSide::a, MatchSide::b}) {
    noise_->setGain(side, isByEar() ? ear_.gain(side) : Decibels::of(0.0));
  }
}

void LevelMatchDialog::refresh() {
  stop_->setEnabled(noise_->isPlaying());
  if (!noise_->isPlaying()) {
    playing_->clear();
  } else if (noise_->side() == MatchSide::a) {
    playing_->setText(tr("A plays: switch to the headphones."));
  } else {
    playing_->setText(tr("B plays: switch to the monitors."));
  }
  // An answer without sound would be none.
  for (QPushButton* button : answers_) {
    button->setEnabled(noise_->isPlaying() && !ear_.isDone());
  }
}

QString LevelMatchDialog::found() {
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
    const auto difference = measure::differenceOf({a, b, {}});
    if (!difference) return QString::fromStdString(difference.error().message());
    difference_ = *difference;
  }
  const auto a = controlOf(MatchSide::a);
  const auto b = controlOf(MatchSide::b);
  return translated(measure::differenceText(*difference_)) + u'\n' +
         translated(measure::adviceText(measure::adviceFor(*difference_, a, b), a, b));
}

void LevelMatchDialog::judge() {
  result_->setText(found());
  refresh();
}

void LevelMatchDialog::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && noise_->isPlaying()) return noise_->stop();
  QDialog::keyPressEvent(event);
}

}  // namespace linecheck::ui
