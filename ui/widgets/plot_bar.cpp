#include "widgets/plot_bar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFontMetrics>
#include <QMenu>
#include <QStandardItemModel>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "text/spectrum_text.h"
#include "widgets/flow_layout.h"

namespace linecheck::ui {
namespace {

constexpr int kNoAverage = 1;
constexpr int kEndlessAverage = 0;
constexpr std::array<int, 7> kAverages{kNoAverage, 4, 8, 16, 32, 64, kEndlessAverage};
constexpr std::array<dsp::WindowKind, 8> kWindows{
    dsp::WindowKind::hann,   dsp::WindowKind::blackmanHarris4, dsp::WindowKind::blackmanHarris7,
    dsp::WindowKind::hft90d, dsp::WindowKind::hft144d,         dsp::WindowKind::hft248d,
    dsp::WindowKind::kaiser, dsp::WindowKind::rectangular};
constexpr std::array<LevelUnit, 4> kUnits{LevelUnit::dbfs, LevelUnit::dbu, LevelUnit::dbv,
                                          LevelUnit::volts};
constexpr std::size_t kLeastFft = std::size_t{1} << 12;
constexpr std::size_t kGreatestFft = std::size_t{1} << 20;

// As wide as what is chosen, and not as the longest choice.
class Choice : public QComboBox {
 public:
  Choice() {
    connect(this, &QComboBox::currentTextChanged, this, [this] { updateGeometry(); });
  }
  [[nodiscard]] QSize sizeHint() const override {
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(currentText()) + space::kTight,
                     fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, this);
  }
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
  void showPopup() override {
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 2 * space::kNormal);
    QComboBox::showPopup();
  }
};

QComboBox* makeChoice(const QString& name, const QString& toolTip) {
  auto* box = new Choice;
  box->setAccessibleName(name);
  // On Linux a combo box is called by what is chosen.
  box->setAccessibleDescription(name + QStringLiteral(". ") + toolTip);
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
  buildChoices();
  buildActions();
  setCalibrated(false);
  setMarked(false);
  setChannels(1);
}

void PlotBar::buildChoices() {
  const measure::SpectrumSettings first;
  channel_ = makeChoice(tr("Channel"), tr("The input channel that is shown. The verdict looks at "
                                          "all of them."));
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
    const QString name = count == kNoAverage        ? tr("No average")
                         : count == kEndlessAverage ? tr("Endless average")
                                                    : tr("%n averages", nullptr, count);
    add(averages_, name, count);
  }
  choose(averages_, static_cast<int>(first.depth));

  unit_ = makeChoice(tr("Level unit"), tr("The scale of levels. All but dBFS need a calibration."));
  for (const LevelUnit unit : kUnits) add(unit_, unitName(unit), unit);

  auto* row = new FlowLayout(space::kHair + 2, this);
  row->setContentsMargins(space::kNormal, space::kTight, space::kNormal, space::kHair);
  for (QComboBox* box : {channel_, fftLength_, window_, averages_, unit_}) {
    row->addWidget(box);
    connect(box, &QComboBox::activated, this,
            box == unit_ ? &PlotBar::unitChanged : &PlotBar::settingsChanged);
  }
}

void PlotBar::buildActions() {
  peakHold_ =
      makeToggle(tr("Peak hold"), tr("Keeps the greatest level of each frequency (P)."), Qt::Key_P);
  waterfall_ =
      makeToggle(tr("Waterfall"), tr("Shows the last seconds below the spectrum (W)."), Qt::Key_W);
  waterfall_->setChecked(true);
  difference_ =
      makeToggle(tr("Difference to A"), tr("Shows live less A below the spectrum (D)."), Qt::Key_D);
  QAction* showAll = makeAction(
      tr("Show all"), tr("All frequencies, levels fitted (A, double click or Home)."), Qt::Key_A);
  freeze_ =
      makeToggle(tr("Freeze"), tr("Holds the picture still; listening goes on (F)."), Qt::Key_F);
  lock_ = makeToggle(tr("Lock axis"), tr("Keeps the level axis from following the signal (L)."),
                     Qt::Key_L);
  QAction* markA =
      makeAction(tr("Mark A, before"), tr("Keeps this spectrum to compare with."), tr("Shift+A"));
  QAction* markB =
      makeAction(tr("Mark B, after"), tr("Keeps this spectrum beside A."), tr("Shift+B"));
  clearMarks_ = makeAction(tr("Clear marks"), tr("Takes A and B away."), tr("Shift+C"));

  QMenu* show = addMenu(tr("Show ▾"), tr("Show"));
  show->addActions({waterfall_, difference_, peakHold_});
  show->addSeparator();
  show->addAction(showAll);
  for (QAction* action : {freeze_, lock_}) addButton()->setDefaultAction(action);
  QMenu* compare = addMenu(tr("Compare ▾"), tr("Compare"));
  compare->addActions({markA, markB});
  compare->addSeparator();
  compare->addAction(clearMarks_);

  connect(peakHold_, &QAction::toggled, this, &PlotBar::settingsChanged);
  connect(waterfall_, &QAction::toggled, this, &PlotBar::waterfallToggled);
  connect(difference_, &QAction::toggled, this, &PlotBar::differenceToggled);
  connect(freeze_, &QAction::toggled, this, &PlotBar::freezeToggled);
  connect(lock_, &QAction::toggled, this, &PlotBar::lockToggled);
  connect(showAll, &QAction::triggered, this, &PlotBar::showAllPressed);
  connect(markA, &QAction::triggered, this, [this] { Q_EMIT markPressed(OverlaySlot::a); });
  connect(markB, &QAction::triggered, this, [this] { Q_EMIT markPressed(OverlaySlot::b); });
  connect(clearMarks_, &QAction::triggered, this, &PlotBar::clearMarksPressed);
}

QToolButton* PlotBar::addButton() {
  auto* button = new QToolButton;
  button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  button->setFocusPolicy(Qt::StrongFocus);
  layout()->addWidget(button);
  return button;
}

QMenu* PlotBar::addMenu(const QString& text, const QString& name) {
  QToolButton* button = addButton();
  auto* menu = new QMenu(button);
  menu->setToolTipsVisible(true);
  button->setText(text);
  button->setAccessibleName(name);
  button->setMenu(menu);
  button->setPopupMode(QToolButton::InstantPopup);
  return menu;
}

QAction* PlotBar::makeAction(const QString& text, const QString& toolTip, const QKeySequence& key) {
  auto* action = new QAction(text, this);
  action->setToolTip(toolTip);
  action->setShortcut(key);
  addAction(action);
  return action;
}

QAction* PlotBar::makeToggle(const QString& text, const QString& toolTip, const QKeySequence& key) {
  QAction* action = makeAction(text, toolTip, key);
  action->setCheckable(true);
  return action;
}

measure::SpectrumSettings PlotBar::settings() const {
  measure::SpectrumSettings settings;
  settings.fftLength = chosen<std::size_t>(fftLength_);
  settings.window = chosen<dsp::WindowKind>(window_);
  const int averages = chosen<int>(averages_);
  settings.averaging = averages == kNoAverage        ? measure::LiveAveraging::off
                       : averages == kEndlessAverage ? measure::LiveAveraging::sinceReset
                                                     : measure::LiveAveraging::exponential;
  settings.depth = std::max(averages, 1);
  settings.peakHold = peakHold_->isChecked();
  settings.channel = std::max(channel_->currentIndex(), 0);
  return settings;
}

void PlotBar::setChannels(int count) {
  const int now = channel_->currentIndex();
  channel_->clear();
  for (int i = 1; i <= count; ++i) channel_->addItem(tr("Input %1").arg(i));
  channel_->setCurrentIndex(std::clamp(now, 0, std::max(0, count - 1)));
  channel_->setVisible(count > 1);
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

void PlotBar::setMarked(bool marked) {
  clearMarks_->setEnabled(marked);
}

void PlotBar::setDifferenceShown(bool shown) {
  difference_->setChecked(shown);
}

}  // namespace linecheck::ui
