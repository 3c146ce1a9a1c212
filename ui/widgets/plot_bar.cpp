#include "widgets/plot_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardItemModel>
#include <array>

#include "text/spectrum_text.h"

namespace linecheck::ui {
namespace {

constexpr std::array<int, 6> kAverages{1, 4, 8, 16, 32, 64};
constexpr std::array<dsp::WindowKind, 8> kWindows{
    dsp::WindowKind::hann,   dsp::WindowKind::blackmanHarris4, dsp::WindowKind::blackmanHarris7,
    dsp::WindowKind::hft90d, dsp::WindowKind::hft144d,         dsp::WindowKind::hft248d,
    dsp::WindowKind::kaiser, dsp::WindowKind::rectangular};
constexpr std::array<LevelUnit, 4> kUnits{LevelUnit::dbfs, LevelUnit::dbu, LevelUnit::dbv,
                                          LevelUnit::volts};
constexpr std::size_t kLeastFft = std::size_t{1} << 12;
constexpr std::size_t kGreatestFft = std::size_t{1} << 20;

QComboBox* makeChoice(const QString& name, const QString& toolTip) {
  auto* box = new QComboBox;
  box->setAccessibleName(name);
  box->setToolTip(toolTip);
  return box;
}

template <class T>
T chosen(const QComboBox* box) {
  return static_cast<T>(box->currentData().toLongLong());
}

template <class T>
void add(QComboBox* box, const QString& text, T value) {
  box->addItem(text, static_cast<qlonglong>(value));
}

template <class T>
void choose(QComboBox* box, T value) {
  box->setCurrentIndex(box->findData(static_cast<qlonglong>(value)));
}

}  // namespace

PlotBar::PlotBar(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Spectrum settings"));
  const SpectrumSettings first;
  fftLength_ = makeChoice(tr("FFT length"),
                          tr("Samples per spectrum. More of them part lines that lie closer, and "
                             "take longer."));
  for (std::size_t length = kLeastFft; length <= kGreatestFft; length *= 2) {
    add(fftLength_, tr("FFT %1").arg(fftLengthText(length)), length);
  }
  choose(fftLength_, first.fftLength);

  window_ = makeChoice(tr("Window"), tr("Blackman-Harris shows faint lines beside strong ones; a "
                                        "flat-top (HFT) reads levels exactly."));
  for (const dsp::WindowKind kind : kWindows) {
    const std::string_view name = dsp::windowName(kind);
    add(window_, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), kind);
  }
  choose(window_, first.window);

  averages_ = makeChoice(tr("Averages"), tr("How many spectra the average goes back. More of them "
                                            "calm the noise floor."));
  for (const int count : kAverages) {
    add(averages_, count == 1 ? tr("No average") : tr("%n averages", nullptr, count), count);
  }
  choose(averages_, first.averages);

  unit_ = makeChoice(tr("Level unit"), tr("The scale of levels. All but dBFS need a calibration."));
  for (const LevelUnit unit : kUnits) add(unit_, unitName(unit), unit);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kNormal, space::kTight, space::kNormal, 0);
  row->setSpacing(space::kTight);
  for (QComboBox* box : {fftLength_, window_, averages_, unit_}) {
    row->addWidget(box);
    connect(box, &QComboBox::activated, this,
            box == unit_ ? &PlotBar::unitChanged : &PlotBar::settingsChanged);
  }
  row->addStretch();
  peakHold_ = addToggle(tr("Peak hold"), tr("Keeps the greatest level of each frequency."));
  freeze_ = addToggle(tr("Freeze"), tr("Holds the picture still; listening goes on."));
  lock_ = addToggle(tr("Lock axis"), tr("Keeps the level axis from following the signal."));
  auto* showAll = new QPushButton(tr("Show all"));
  showAll->setToolTip(tr("All frequencies, levels fitted (double click or Home)."));
  row->addWidget(showAll);
  connect(peakHold_, &QPushButton::toggled, this, &PlotBar::settingsChanged);
  connect(freeze_, &QPushButton::toggled, this, &PlotBar::freezeToggled);
  connect(lock_, &QPushButton::toggled, this, &PlotBar::lockToggled);
  connect(showAll, &QPushButton::clicked, this, &PlotBar::showAllPressed);
  setCalibrated(false);
}

QPushButton* PlotBar::addToggle(const QString& text, const QString& toolTip) {
  auto* button = new QPushButton(text);
  button->setCheckable(true);
  button->setToolTip(toolTip);
  layout()->addWidget(button);
  return button;
}

SpectrumSettings PlotBar::settings() const {
  return {chosen<std::size_t>(fftLength_), chosen<dsp::WindowKind>(window_), chosen<int>(averages_),
          peakHold_->isChecked()};
}

LevelUnit PlotBar::unit() const {
  return chosen<LevelUnit>(unit_);
}

void PlotBar::setUnit(LevelUnit unit) {
  choose(unit_, unit);
}

void PlotBar::setCalibrated(bool calibrated) {
  const auto* model = static_cast<QStandardItemModel*>(unit_->model());
  for (int i = 0; i < unit_->count(); ++i) {
    model->item(i)->setEnabled(calibrated ||
                               kUnits[static_cast<std::size_t>(i)] == LevelUnit::dbfs);
  }
  if (!calibrated) setUnit(LevelUnit::dbfs);
}

void PlotBar::setFrozen(bool frozen) {
  freeze_->setChecked(frozen);
}

void PlotBar::setRangeLocked(bool locked) {
  lock_->setChecked(locked);
}

}  // namespace linecheck::ui
