#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "calibration/calibration_wizard.h"
#include "calibration/meter_picture.h"
#include "text/calibration_text.h"
#include "text/device_text.h"
#include "theme/style.h"

/// How the steps of the wizard look.
namespace linecheck::ui {
namespace {

constexpr int kWidth = 520;

QLabel* quiet(const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QLabel* body(const QString& text = {}) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  return label;
}

// A page with its question on top.
QVBoxLayout* page(QWidget* widget, const QString& question) {
  auto* rows = new QVBoxLayout(widget);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kTight);
  auto* heading = new QLabel(question);
  heading->setFont(textFont(TextSize::heading, QFont::DemiBold));
  heading->setWordWrap(true);
  rows->addWidget(heading);
  rows->addSpacing(space::kHair);
  return rows;
}

template <class Id>
QRadioButton* addChoice(QButtonGroup* group, QVBoxLayout* rows, Id id, const QString& text) {
  auto* button = new QRadioButton(text);
  group->addButton(button, static_cast<int>(id));
  rows->addWidget(button);
  return button;
}

}  // namespace

CalibrationWizard::CalibrationWizard(const Theme& theme, Session& session,
                                     CalibrationKeeper& keeper, const profiles::Library& library,
                                     QWidget* parent)
    : QDialog(parent),
      theme_(theme),
      session_(session),
      keeper_(keeper),
      library_(library),
      steps_(new QStackedWidget),
      side_(new QButtonGroup(this)),
      way_(new QButtonGroup(this)),
      probesChoice_(new QButtonGroup(this)),
      channels_(new QComboBox),
      control_(new QLineEdit),
      setting_(new QLineEdit),
      picture_(new MeterPicture(theme)),
      where_(body()),
      tone_(new QPushButton),
      heard_(body()),
      reading_(new QLineEdit),
      readingFault_(body()),
      ports_(new QComboBox),
      portNote_(quiet({})),
      figure_(new QLineEdit),
      figureFault_(body()),
      resultLevel_(new QLabel),
      resultText_(body()),
      resultFault_(body()) {
  setWindowTitle(tr("Calibration"));
  // In the order of `Step`.
  for (QWidget* one :
       {buildJack(), buildProbes(), buildReading(), buildSheet(), buildFigure(), buildResult()}) {
    steps_->addWidget(one);
  }
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kWide);
  all->setSpacing(space::kNormal);
  all->addWidget(steps_, 1);
  buildButtons();
  setFixedWidth(kWidth);

  connect(&session_, &Session::frameArrived, this, &CalibrationWizard::keepTonePlaying);
  connect(&session_, &Session::analysed, this, &CalibrationWizard::onAnalysis);
  connect(&session_, &Session::runningChanged, this, [this](bool isRunning) {
    isToneStarted_ = false;
    if (!isRunning && isToneWanted_) playTone(false);
  });
  playTone(false);
  go(Step::jack);
}

QWidget* CalibrationWizard::buildJack() {
  auto* widget = new QWidget;
  auto* rows = page(widget, tr("Which jack do you want to calibrate?"));
  if (QWidget* standing = buildStanding()) rows->addWidget(standing);
  const DeviceChoices& choices = session_.choices();
  auto* input = addChoice(side_, rows, audio::Direction::input,
                          tr("The input of %1").arg(deviceText(choices.input)));
  auto* output = addChoice(
      side_, rows, audio::Direction::output,
      choices.output ? tr("The output of %1").arg(deviceText(*choices.output)) : tr("No output"));
  input->setEnabled(!choices.input.name.empty());
  output->setEnabled(choices.output.has_value());
  (input->isEnabled() ? input : output)->setChecked(true);

  channels_->setAccessibleName(tr("Channels"));
  fillChannels();
  connect(side_, &QButtonGroup::idToggled, this, &CalibrationWizard::fillChannels);
  control_->setAccessibleName(tr("Control"));
  control_->setPlaceholderText(tr("Gain"));
  setting_->setAccessibleName(tr("Stands at"));
  setting_->setPlaceholderText(tr("12 o'clock"));
  auto* control = new QHBoxLayout;
  control->addWidget(control_, 1);
  control->addWidget(new QLabel(tr("at")));
  control->addWidget(setting_, 1);
  auto* form = new QFormLayout;
  form->setVerticalSpacing(space::kTight);
  form->addRow(tr("Channels"), channels_);
  form->addRow(tr("Control"), control);
  rows->addSpacing(space::kHair);
  rows->addLayout(form);
  rows->addWidget(
      quiet(tr("A calibration holds for one setting of the device's knob. Note it, and "
               "Linecheck asks you next time.")));
  rows->addSpacing(space::kTight);
  addChoice(way_, rows, Way::meter, tr("Measure it with a multimeter"))->setChecked(true);
  addChoice(way_, rows, Way::sheet, tr("Take it from the data sheet"));
  addChoice(way_, rows, Way::figure, tr("I know the figure"));
  rows->addStretch();
  for (QLineEdit* edit : {control_, setting_}) {
    connect(edit, &QLineEdit::textChanged, this, &CalibrationWizard::checkNext);
  }
  return widget;
}

// How things stand, and what can be done about it at once; null if nothing is calibrated.
QWidget* CalibrationWizard::buildStanding() {
  if (!keeper_.match() && keeper_.faults().empty()) return nullptr;
  auto* widget = new QWidget;
  auto* rows = new QVBoxLayout(widget);
  rows->setContentsMargins(0, 0, 0, space::kTight);
  rows->setSpacing(space::kTight);
  if (!keeper_.faults().empty()) {
    rows->addWidget(body(tr("Your saved calibrations cannot be read, and are left as they are: %1")
                             .arg(QString::fromStdString(keeper_.faults().front().message()))));
  }
  if (!keeper_.match()) return widget;
  const measure::CalibrationMatch& match = *keeper_.match();
  const QString level = fullScaleText(match.record.fullScale, match.record.uncertainty);
  auto* deeds = new QHBoxLayout;
  const auto addDeed = [this, deeds](const QString& text, void (CalibrationKeeper::*deed)()) {
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, deed] {
      (keeper_.*deed)();
      reject();
    });
    deeds->addWidget(button);
  };
  if (keeper_.calibration()) {
    rows->addWidget(body(tr("0 dBFS is %1 now, %2.").arg(level, originText(match.record.knownBy))));
    addDeed(tr("Read levels in dBFS"), &CalibrationKeeper::setAside);
  } else if (match.applies()) {
    rows->addWidget(body(tr("There is a calibration that fits: 0 dBFS is %1.").arg(level)));
    addDeed(tr("Use it"), &CalibrationKeeper::trust);
  } else {
    rows->addWidget(
        body(tr("0 dBFS was %1, but that may not fit:").arg(level) + u'\n' + misfitsText(match)));
    addDeed(tr("Use it all the same"), &CalibrationKeeper::trust);
  }
  deeds->addStretch();
  rows->addLayout(deeds);
  return widget;
}

QWidget* CalibrationWizard::buildProbes() {
  using measure::Probes;
  auto* widget = new QWidget;
  auto* rows = page(widget, tr("Where do the probes go?"));
  rows->addWidget(picture_, 0, Qt::AlignHCenter);
  addChoice(probesChoice_, rows, Probes::unbalanced, tr("Unbalanced (RCA, TS): tip and sleeve"))
      ->setChecked(true);
  addChoice(probesChoice_, rows, Probes::hotToCold,
            tr("Balanced (XLR, TRS): hot and cold, both legs"));
  addChoice(probesChoice_, rows, Probes::hotToGround,
            tr("Balanced, but hot and ground: one leg only"));
  rows->addWidget(quiet(
      tr("One leg carries half of a balanced voltage, which is 6 dB less. Linecheck adds them, but "
         "measure both legs if you can. Set the meter to AC volts, at the lowest range that shows "
         "2 V.")));
  rows->addStretch();
  connect(probesChoice_, &QButtonGroup::idToggled, this, [this] { picture_->setProbes(probes()); });
  return widget;
}

QWidget* CalibrationWizard::buildReading() {
  auto* widget = new QWidget;
  auto* rows = page(widget, tr("What does the meter read?"));
  rows->addWidget(where_);
  rows->addSpacing(space::kTight);
  tone_->setAutoDefault(false);
  auto* play = new QHBoxLayout;
  play->addWidget(tone_);
  play->addWidget(quiet(tr("60 Hz at −20 dBFS on all outputs")), 1);
  rows->addLayout(play);
  rows->addWidget(heard_);
  reading_->setAccessibleName(tr("Reading"));
  reading_->setPlaceholderText(tr("1.23V or 500mV, all digits that you see"));
  auto* form = new QFormLayout;
  form->addRow(tr("&Reading"), reading_);
  rows->addSpacing(space::kTight);
  rows->addLayout(form);
  rows->addWidget(readingFault_);
  rows->addStretch();
  connect(tone_, &QPushButton::clicked, this, [this] { playTone(!isToneWanted_); });
  connect(reading_, &QLineEdit::textChanged, this, &CalibrationWizard::checkNext);
  return widget;
}

QWidget* CalibrationWizard::buildSheet() {
  auto* widget = new QWidget;
  auto* rows = page(widget, tr("Which device is it, and which port?"));
  ports_->setAccessibleName(tr("Device and port"));
  ports_->setPlaceholderText(tr("Choose a port"));
  ports_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  rows->addWidget(ports_);
  portNote_->setText(
      tr("This is what the profile says, not what was measured on your device. It holds with the "
         "device's output level, or its gain, at the setting that the data sheet means."));
  rows->addWidget(portNote_);
  rows->addStretch();
  connect(ports_, &QComboBox::currentIndexChanged, this, &CalibrationWizard::checkNext);
  return widget;
}

QWidget* CalibrationWizard::buildFigure() {
  auto* widget = new QWidget;
  auto* rows = page(widget, tr("Which level is 0 dBFS?"));
  figure_->setAccessibleName(tr("Full scale in dBu"));
  figure_->setPlaceholderText(tr("dBu, such as 20 or −1.5"));
  figure_->setMaximumWidth(kWidth / 2);
  rows->addWidget(figure_, 0, Qt::AlignLeft);
  rows->addWidget(figureFault_);
  connect(figure_, &QLineEdit::textChanged, this, &CalibrationWizard::checkNext);
  rows->addWidget(quiet(tr("Data sheets call it the maximum input or output level.")));
  rows->addStretch();
  return widget;
}

QWidget* CalibrationWizard::buildResult() {
  auto* widget = new QWidget;
  auto* rows = page(widget, tr("0 dBFS is"));
  resultLevel_->setFont(textFont(TextSize::verdict, QFont::DemiBold));
  rows->addWidget(resultLevel_);
  rows->addWidget(resultText_);
  rows->addSpacing(space::kTight);
  rows->addWidget(resultFault_);
  resultFault_->hide();
  rows->addStretch();
  return widget;
}

void CalibrationWizard::buildButtons() {
  auto* buttons = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"));
  cancel->setAutoDefault(false);
  back_ = new QPushButton(tr("Back"));
  back_->setAutoDefault(false);
  next_ = new QPushButton;
  next_->setDefault(true);
  next_->setProperty(Style::kPrimary, true);
  next_->setMinimumWidth(96);
  buttons->addWidget(cancel);
  buttons->addStretch();
  buttons->addWidget(back_);
  buttons->addWidget(next_);
  static_cast<QVBoxLayout*>(layout())->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(back_, &QPushButton::clicked, this, &CalibrationWizard::back);
  connect(next_, &QPushButton::clicked, this, &CalibrationWizard::next);
}

}  // namespace linecheck::ui
