#include "widgets/device_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "text/device_text.h"
#include "theme/style.h"

namespace linecheck::ui {
namespace {

constexpr int kHeight = 44;
constexpr int kDeviceWidth = 240;

QComboBox* addChoice(QHBoxLayout* row, const QString& label, const QString& name, int width) {
  auto* box = new QComboBox;
  box->setAccessibleName(name);
  box->setToolTip(name);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumWidth(width / 3);
  box->setMaximumWidth(width);
  if (!label.isEmpty()) {
    auto* caption = new QLabel(label);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setBuddy(box);
    row->addWidget(caption);
  }
  row->addWidget(box, 1);
  row->addSpacing(space::kTight);
  return box;
}

void fill(QComboBox* box, const std::vector<audio::DeviceId>& devices,
          const std::optional<audio::DeviceId>& chosen) {
  for (const audio::DeviceId& device : devices) {
    box->addItem(deviceText(device), QString::fromStdString(device.name));
    box->setItemData(box->count() - 1, deviceText(device), Qt::ToolTipRole);
    if (device == chosen) box->setCurrentIndex(box->count() - 1);
  }
}

}  // namespace

DeviceBar::DeviceBar(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setAccessibleName(tr("Devices"));
  setFixedHeight(kHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kNormal, 0, space::kNormal, 1);
  row->setSpacing(space::kTight);
  input_ = addChoice(row, tr("In"), tr("Input device"), kDeviceWidth);
  output_ = addChoice(row, tr("Out"), tr("Output device"), kDeviceWidth);
  sampleRate_ = addChoice(row, {}, tr("Sample rate"), 104);
  calibration_ = new QPushButton;
  row->addWidget(calibration_);
  reason_ = new QLabel;
  reason_->setForegroundRole(QPalette::PlaceholderText);
  reason_->hide();
  row->addWidget(reason_);
  row->addStretch();
  startStop_ = new QPushButton;
  startStop_->setProperty(Style::kPrimary, true);
  startStop_->setMinimumWidth(88);
  row->addWidget(startStop_);
  auto* everything = new QPushButton(tr("Stop everything"));
  everything->setToolTip(tr("Silences every output at once (Esc)."));
  row->addWidget(everything);

  connect(input_, &QComboBox::activated, this,
          [this](int i) { Q_EMIT inputChosen(choices_.inputs[static_cast<std::size_t>(i)]); });
  connect(output_, &QComboBox::activated, this, [this](int i) {
    // The first entry is "none".
    Q_EMIT outputChosen(i == 0 ? std::nullopt
                               : std::optional(choices_.outputs[static_cast<std::size_t>(i - 1)]));
  });
  connect(sampleRate_, &QComboBox::activated, this, [this](int i) {
    Q_EMIT sampleRateChosen(choices_.sampleRates[static_cast<std::size_t>(i)]);
  });
  connect(calibration_, &QPushButton::clicked, this, &DeviceBar::calibrationPressed);
  connect(startStop_, &QPushButton::clicked, this, &DeviceBar::startStopPressed);
  connect(everything, &QPushButton::clicked, this, &DeviceBar::stopEverythingPressed);
  setRunning(false);
  setCalibration(calibrationLabel(std::nullopt, false));
}

void DeviceBar::show(const DeviceChoices& choices) {
  choices_ = choices;
  input_->clear();
  fill(input_, choices.inputs, choices.input);
  output_->clear();
  output_->addItem(tr("None, listen only"));
  fill(output_, choices.outputs, choices.output);
  sampleRate_->clear();
  for (const int hz : choices.sampleRates) {
    sampleRate_->addItem(sampleRateText(hz), hz);
    if (hz == choices.sampleRate) sampleRate_->setCurrentIndex(sampleRate_->count() - 1);
  }
}

void DeviceBar::setRunning(bool running) {
  startStop_->setText(running ? tr("■ Stop") : tr("▶ Start"));
  startStop_->setAccessibleName(running ? tr("Stop") : tr("Start"));
  startStop_->setToolTip(running ? tr("Stops listening (Space).")
                                 : tr("Starts listening to the input (Space)."));
}

void DeviceBar::setCalibration(const CalibrationLabel& label) {
  label_ = label;
  calibration_->setText(label.text);
  calibration_->setToolTip(label.toolTip);
}

void DeviceBar::setListening(bool hasListening) {
  startStop_->setVisible(hasListening);
}

void DeviceBar::setFixed(const QString& reason) {
  for (QWidget* one :
       std::initializer_list<QWidget*>{input_, output_, sampleRate_, calibration_, startStop_}) {
    one->setEnabled(reason.isEmpty());
  }
  calibration_->setToolTip(reason.isEmpty() ? label_.toolTip : label_.toolTip + u'\n' + reason);
  reason_->setText(reason);
  reason_->setVisible(!reason.isEmpty());
}

void DeviceBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::ground]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace linecheck::ui
