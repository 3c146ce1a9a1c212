#include "calibration/calibration_wizard.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

#include "calibration/meter_picture.h"
#include "profiles/profile_words.h"
#include "text/calibration_text.h"
#include "text/device_text.h"
#include "text/level_scale.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

const measure::TestTone kTone{measure::kMeterFrequency, measure::kLoudestUnasked};

constexpr double kLeastFigure = -80.0;  // dBu.
constexpr double kGreatestFigure = 40.0;

// A comma will do as well, the minus sign that this program writes, and the unit behind it.
std::optional<double> dbuOf(QString text) {
  text = text.trimmed();
  if (text.endsWith(QStringLiteral("dBu"), Qt::CaseInsensitive)) text.chop(3);
  bool isNumber = false;
  const double value =
      text.trimmed().replace(u',', u'.').replace(QChar(0x2212), u'-').toDouble(&isNumber);
  const bool isInRange = value >= kLeastFigure && value <= kGreatestFigure;
  return isNumber && isInRange ? std::optional(value) : std::nullopt;
}

}  // namespace

CalibrationWizard::~CalibrationWizard() {
  if (isToneStarted_) session_.setTone(false);
}

CalibrationWizard::Step CalibrationWizard::step() const {
  return static_cast<Step>(steps_->currentIndex());
}

bool CalibrationWizard::isInput() const {
  return side_->checkedId() == static_cast<int>(audio::Direction::input);
}

CalibrationWizard::Way CalibrationWizard::way() const {
  return static_cast<Way>(way_->checkedId());
}

measure::Probes CalibrationWizard::probes() const {
  return static_cast<measure::Probes>(probesChoice_->checkedId());
}

void CalibrationWizard::go(Step step) {
  if (step != Step::reading) playTone(false);
  steps_->setCurrentIndex(static_cast<int>(step));
  back_->setVisible(!passed_.empty());
  next_->setText(step == Step::result ? tr("Save") : tr("Next"));
  if (step == Step::reading) {
    where_->setText(
        isInput() ? tr("Plug a cable from an output into the input, and read the meter at the "
                       "plug. Take headphones off and turn monitors down.")
                  : tr("Read the meter at the output. Take headphones off and turn monitors "
                       "down."));
    heard_->setVisible(isInput());
    reading_->setFocus();
  } else if (step == Step::sheet) {
    fillPorts();
  } else if (step == Step::figure) {
    figure_->setFocus();
  }
  checkNext();
}

void CalibrationWizard::next() {
  const Step now = step();
  if (now == Step::result) return save();
  Step to = Step::result;
  if (now == Step::jack) {
    to = way() == Way::meter ? Step::probes : way() == Way::sheet ? Step::sheet : Step::figure;
  } else if (now == Step::probes) {
    to = Step::reading;
  }
  if (to == Step::result) {
    auto record = conclude();
    if (!record) return;
    record_ = std::move(*record);
    resultLevel_->setText(fullScaleText(record_->fullScale, record_->uncertainty));
    QString text =
        tr("%3 at %1 of %2, %4.")
            .arg(isInput() ? tr("the input") : tr("the output"), deviceText(record_->device),
                 voltsReading(voltsFromDbu(record_->fullScale)).text(),
                 originText(record_->knownBy));
    if (record_->controls.empty()) {
      text += u'\n' + tr("It holds while nobody turns a control of the device.");
    }
    for (const measure::ReadingCaution caution : cautions_) text += u'\n' + cautionText(caution);
    resultText_->setText(text);
    resultFault_->hide();
  }
  passed_.push_back(now);
  go(to);
}

void CalibrationWizard::back() {
  if (passed_.empty()) return;
  const Step to = passed_.back();
  passed_.pop_back();
  go(to);
}

void CalibrationWizard::checkNext() {
  const bool hasHalfAControl =
      control_->text().trimmed().isEmpty() != setting_->text().trimmed().isEmpty();
  bool isReady = true;
  QString why;
  if (step() == Step::jack && hasHalfAControl) {
    isReady = false;
    why = tr("Name both the control and where it stands, or neither.");
  } else if (step() == Step::reading || step() == Step::sheet || step() == Step::figure) {
    const auto record = conclude();
    isReady = record.has_value();
    if (!record) why = QString::fromStdString(record.error().what);
  }
  next_->setEnabled(isReady);
  next_->setToolTip(why);
  const bool isTyping = step() == Step::reading && !reading_->text().trimmed().isEmpty();
  readingFault_->setText(isTyping ? why : QString());
  const bool isTypingFigure = step() == Step::figure && !figure_->text().trimmed().isEmpty();
  figureFault_->setText(isTypingFigure ? why : QString());
}

void CalibrationWizard::fillChannels() {
  const int count = isInput() ? session_.channels() : kMostChannels;
  channels_->clear();
  if (count > 1) channels_->addItem(tr("1 and 2, set alike"), QVariantList{1, 2});
  for (int i = 1; i <= count; ++i) channels_->addItem(QString::number(i), QVariantList{i});
}

void CalibrationWizard::fillPorts() {
  const audio::DeviceId device = draft().device;
  ports_->clear();
  sheet_.clear();
  int best = -1;
  // The one whose model stands in the device's name is most likely the one on the desk.
  for (const profiles::Library::Entry& entry : library_.entries()) {
    for (const profiles::Port& port : entry.profile.ports) {
      const auto stated = measure::fullScaleFromProfile(entry.profile, port.id);
      if (!stated || (stated->direction == audio::Direction::input) != isInput()) continue;
      const QString model = QString::fromStdString(entry.profile.model);
      if (best < 0 && QString::fromStdString(device.name).contains(model, Qt::CaseInsensitive)) {
        best = ports_->count();
      }
      ports_->addItem(QString::fromStdString(entry.profile.name()) + QStringLiteral(" · ") +
                      QString::fromStdString(port.name) + QStringLiteral(" · ") +
                      fullScaleText(stated->fullScale, stated->uncertainty));
      sheet_.push_back(*stated);
    }
  }
  ports_->setCurrentIndex(best);
}

// The stream may have to start first, and then it takes a moment until it plays.
void CalibrationWizard::playTone(bool isOn) {
  isToneWanted_ = isOn;
  captured_.reset();
  heard_->setText(tr("Nothing heard at the input yet."));
  tone_->setText(isOn ? tr("■ Stop the tone") : tr("▶ Play the tone"));
  if (!isOn) {
    if (isToneStarted_) session_.setTone(false);
    isToneStarted_ = false;
  } else if (!session_.isRunning()) {
    session_.start();
  } else {
    keepTonePlaying();
  }
  checkNext();
}

void CalibrationWizard::keepTonePlaying() {
  if (isToneWanted_ && !isToneStarted_) isToneStarted_ = session_.playTone(kTone).has_value();
}

void CalibrationWizard::onAnalysis(const measure::LiveAnalysis& analysis) {
  if (!isToneStarted_ || !isInput()) return;
  const auto channel = static_cast<std::size_t>(draft().channels.front() - 1);
  captured_.reset();
  if (channel < analysis.channels.size() && analysis.channels[channel].tone) {
    captured_ = analysis.channels[channel].tone->level;
  }
  heard_->setText(
      captured_ ? tr("The input hears the tone at %1.").arg(LevelScale().read(*captured_).text())
                : tr("The input does not hear the tone. Check the cable."));
  checkNext();
}

measure::FullScaleRecord CalibrationWizard::draft() const {
  const DeviceChoices& choices = session_.choices();
  measure::FullScaleRecord record;
  record.direction = isInput() ? audio::Direction::input : audio::Direction::output;
  record.device = isInput() ? choices.input : choices.output.value_or(audio::DeviceId{});
  for (const QVariant& channel : channels_->currentData().toList()) {
    record.channels.push_back(channel.toInt());
  }
  record.sampleRate = choices.sampleRate;
  if (const QString name = control_->text().trimmed(); !name.isEmpty()) {
    record.controls[name.toStdString()] = setting_->text().trimmed().toStdString();
  }
  record.when = keeper_.now();
  return record;
}

Result<measure::FullScaleRecord> CalibrationWizard::conclude() {
  cautions_.clear();
  measure::FullScaleRecord record = draft();
  if (way() == Way::figure) {
    const auto figure = dbuOf(figure_->text());
    if (!figure) {
      return fail(ErrorCode::usage, tr("Type a number of dBu between −80 and 40.").toStdString());
    }
    record.fullScale = DecibelsU::of(*figure);
    record.knownBy = measure::KnownByUser{};
    return record;
  }
  if (way() == Way::sheet) {
    if (ports_->currentIndex() < 0) {
      return fail(ErrorCode::usage, tr("Choose your device and its port.").toStdString());
    }
    const auto& stated = sheet_[static_cast<std::size_t>(ports_->currentIndex())];
    record.fullScale = stated.fullScale;
    record.uncertainty = stated.uncertainty;
    record.knownBy = stated.knownBy;
    return record;
  }
  if (isInput() && !captured_) {
    return fail(ErrorCode::usage,
                tr("Play the tone until the input hears it, then type the reading.").toStdString());
  }
  const auto display = measure::parseMeterDisplay(reading_->text().toStdString());
  if (!display) return fail(display.error());
  measure::KnownByMeter known;
  known.reading = display->reading;
  known.lastDigit = display->lastDigit;
  known.frequency = kTone.frequency;
  known.level = isInput() ? *captured_ : kTone.level;
  known.probes = probes();
  const auto reading = measure::fullScaleFromMeter(known);
  if (!reading) return fail(reading.error());
  cautions_ = reading->cautions;
  record.fullScale = reading->fullScale;
  record.uncertainty = reading->uncertainty;
  record.knownBy = known;
  return record;
}

void CalibrationWizard::save() {
  if (!record_) return;
  if (!isSaved_) {
    isSaved_ = true;
    if (const Errors errors = keeper_.save(*record_); !errors.empty()) {
      resultFault_->setText(tr("This is used now, but could not be saved:") + u'\n' +
                            errorsText(errors));
      resultFault_->show();
      next_->setText(tr("Close"));
      back_->hide();
      return;
    }
  }
  accept();
}

}  // namespace linecheck::ui
