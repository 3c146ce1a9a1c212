#include "match/headphones_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "canvas/default_chain.h"
#include "text/headphones_text.h"
#include "text/match_text.h"
#include "theme/theme.h"
#include "widgets/two_line_delegate.h"

namespace linecheck::ui {
namespace {

constexpr int kProfile = Qt::UserRole;
constexpr int kAny = -1;
constexpr int kLeastWidth = 216;

enum class ImpedanceClass { low, middle, high };
constexpr double kLowImpedance = 32.0;
constexpr double kMiddleImpedance = 100.0;

ImpedanceClass classOf(Ohms impedance) {
  if (impedance.value() <= kLowImpedance) return ImpedanceClass::low;
  return impedance.value() <= kMiddleImpedance ? ImpedanceClass::middle : ImpedanceClass::high;
}

QString capitalised(QString text) {
  text[0] = text[0].toUpper();
  return text;
}

QComboBox* makeFilter(const QString& name, const QString& any) {
  auto* box = new QComboBox;
  box->setAccessibleName(name);
  box->setToolTip(name);
  box->addItem(any, kAny);
  box->setMinimumContentsLength(4);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  return box;
}

QDoubleSpinBox* makeField(const QString& name, double least, double most, const QString& unit) {
  auto* box = new QDoubleSpinBox;
  box->setAccessibleName(name);
  box->setRange(least, most);
  box->setDecimals(1);
  box->setSuffix(unit);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  return box;
}

}  // namespace

HeadphonesPanel::HeadphonesPanel(Candidates& candidates, QWidget* parent)
    : QWidget(parent),
      candidates_(candidates),
      search_(new QLineEdit),
      driver_(makeFilter(tr("Driver type"), tr("Any driver"))),
      back_(makeFilter(tr("What is behind the driver"), tr("Any back"))),
      impedanceClass_(makeFilter(tr("Impedance"), tr("Any Ω"))),
      hasFigures_(new QCheckBox(tr("With figures"))),
      list_(new QListWidget),
      found_(new QLabel) {
  using profiles::Back;
  using profiles::Driver;
  setAccessibleName(tr("Headphones"));
  setMinimumWidth(kLeastWidth);
  search_->setPlaceholderText(tr("Search headphones"));
  search_->setAccessibleName(tr("Search headphones"));
  search_->setClearButtonEnabled(true);
  search_->setTextMargins(space::kHair, 0, 0, 0);
  search_->installEventFilter(this);
  for (const Driver driver : {Driver::dynamic, Driver::planar, Driver::balancedArmature,
                              Driver::electrostatic, Driver::airMotion, Driver::hybrid}) {
    driver_->addItem(capitalised(driverText(driver)), static_cast<int>(driver));
  }
  for (const Back back : {Back::open, Back::semiOpen, Back::closed, Back::inEar}) {
    back_->addItem(capitalised(backText(back)), static_cast<int>(back));
  }
  impedanceClass_->addItem(tr("Up to 32 Ω"), static_cast<int>(ImpedanceClass::low));
  impedanceClass_->addItem(tr("33 to 100 Ω"), static_cast<int>(ImpedanceClass::middle));
  impedanceClass_->addItem(tr("Over 100 Ω"), static_cast<int>(ImpedanceClass::high));
  hasFigures_->setToolTip(tr("Leaves out those of which impedance or sensitivity is not known."));
  list_->setAccessibleName(tr("Headphones found"));
  list_->setItemDelegate(new TwoLineDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setMouseTracking(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->viewport()->setAutoFillBackground(false);
  found_->setFont(textFont(TextSize::caption));
  found_->setForegroundRole(QPalette::PlaceholderText);
  buildFields();

  auto* filters = new QHBoxLayout;
  filters->setSpacing(space::kHair + 2);
  filters->addWidget(driver_, 1);
  filters->addWidget(impedanceClass_, 1);
  auto* more = new QHBoxLayout;
  more->setSpacing(space::kTight);
  more->addWidget(back_, 1);
  more->addWidget(hasFigures_, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kSnug, space::kSnug, space::kTight, space::kTight);
  column->setSpacing(space::kTight);
  column->addWidget(search_);
  column->addLayout(filters);
  column->addLayout(more);
  column->addWidget(list_, 1);
  column->addWidget(typed_);
  column->addWidget(found_);
  connect(search_, &QLineEdit::textChanged, this, &HeadphonesPanel::fill);
  connect(driver_, &QComboBox::activated, this, &HeadphonesPanel::fill);
  connect(back_, &QComboBox::activated, this, &HeadphonesPanel::fill);
  connect(impedanceClass_, &QComboBox::activated, this, &HeadphonesPanel::fill);
  connect(hasFigures_, &QCheckBox::toggled, this, &HeadphonesPanel::fill);
  connect(list_, &QListWidget::currentRowChanged, this, &HeadphonesPanel::onRow);
  fill();
  chooseFirst();
}

// Something to look at: those of the desk that the program draws by itself, or any with figures.
void HeadphonesPanel::chooseFirst() {
  if (choose(kDefaultHeadphones)) return;
  for (const auto* entry : candidates_.library().ofKind(profiles::Kind::headphones)) {
    const profiles::Headphones& model = *entry->profile.headphones;
    if (model.impedance && model.sensitivity && choose(entry->profile.id)) return;
  }
}

void HeadphonesPanel::followLibrary() {
  fill();
  if (chosen_.isEmpty()) return takeTyped();
  const auto* entry = candidates_.library().find(chosen_.toStdString());
  if (!entry) return chooseFirst();
  candidates_.setLoad(matching::loadOf(entry->profile), &entry->profile);
}

void HeadphonesPanel::buildFields() {
  typed_ = new QWidget;
  typed_->setAccessibleName(tr("Figures of your headphones"));
  impedance_ = makeField(tr("Impedance"), 1.0, 2000.0, QStringLiteral(" Ω"));
  impedance_->setValue(32.0);
  sensitivity_ = makeField(tr("Sensitivity"), 50.0, 140.0, QStringLiteral(" dB"));
  sensitivity_->setValue(100.0);
  reference_ = new QComboBox;
  reference_->setAccessibleName(tr("Sensitivity is given at"));
  reference_->setToolTip(tr("1 mW and 1 V are far apart. The box or the maker's page says which."));
  reference_->addItem(tr("per …?"), kAny);
  reference_->addItem(tr("per mW"), static_cast<int>(profiles::Sensitivity::Reference::milliwatt));
  reference_->addItem(tr("per V"), static_cast<int>(profiles::Sensitivity::Reference::volt));
  auto* fields = new QGridLayout(typed_);
  fields->setContentsMargins(0, 0, 0, 0);
  fields->setSpacing(space::kHair + 2);
  const auto addName = [&](const QString& name, int row, QWidget* of) {
    auto* label = new QLabel(name);
    label->setFont(textFont(TextSize::caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(of);
    fields->addWidget(label, row, 0);
  };
  addName(tr("Impedance"), 0, impedance_);
  fields->addWidget(impedance_, 0, 1, 1, 2);
  addName(tr("Sensitivity"), 1, sensitivity_);
  fields->addWidget(sensitivity_, 1, 1);
  fields->addWidget(reference_, 1, 2);
  for (QDoubleSpinBox* box : {impedance_, sensitivity_}) {
    connect(box, &QDoubleSpinBox::valueChanged, this, &HeadphonesPanel::takeTyped);
  }
  connect(reference_, &QComboBox::activated, this, &HeadphonesPanel::takeTyped);
  typed_->hide();
}

bool HeadphonesPanel::passes(const profiles::Headphones& headphones,
                             const matching::Load& load) const {
  const int driver = driver_->currentData().toInt();
  if (driver != kAny && (!load.driver || static_cast<int>(*load.driver) != driver)) return false;
  const int back = back_->currentData().toInt();
  if (back != kAny && (!headphones.back || static_cast<int>(headphones.back->type) != back)) {
    return false;
  }
  const auto impedance = load.impedance.nominal();
  const int wanted = impedanceClass_->currentData().toInt();
  if (wanted != kAny && (!impedance || static_cast<int>(classOf(*impedance)) != wanted)) {
    return false;
  }
  return !hasFigures_->isChecked() || (impedance && load.sensitivity);
}

void HeadphonesPanel::fill() {
  // What is chosen stays chosen while it is not in the list.
  const QSignalBlocker quiet(list_);
  list_->clear();
  auto* own = new QListWidgetItem(tr("Type in figures"), list_);
  own->setData(kProfile, QString());
  own->setData(TwoLineDelegate::kCaption, tr("Impedance and sensitivity"));
  int found = 0;
  for (const auto* entry : candidates_.library().search(search_->text().toStdString())) {
    const auto load = matching::loadOf(entry->profile);
    if (!load || !passes(*entry->profile.headphones, *load)) continue;
    ++found;
    auto* item = new QListWidgetItem(QString::fromStdString(load->name), list_);
    const QString figures = loadText(*load);
    item->setData(kProfile, QString::fromStdString(entry->profile.id));
    item->setData(TwoLineDelegate::kCaption, figures.isEmpty() ? tr("No figures") : figures);
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(item->text(), figures));
    item->setToolTip(figures);
    if (item->data(kProfile).toString() == chosen_) list_->setCurrentItem(item);
  }
  if (candidates_.load() && chosen_.isEmpty()) list_->setCurrentRow(0);
  found_->setText(found == 1 ? tr("1 pair of headphones") : tr("%1 headphones").arg(found));
}

void HeadphonesPanel::onRow() {
  const QListWidgetItem* item = list_->currentItem();
  if (!item) return;
  chosen_ = item->data(kProfile).toString();
  typed_->setVisible(chosen_.isEmpty());
  if (chosen_.isEmpty()) return takeTyped();
  const auto* entry = candidates_.library().find(chosen_.toStdString());
  if (entry) candidates_.setLoad(matching::loadOf(entry->profile), &entry->profile);
}

void HeadphonesPanel::takeTyped() {
  using profiles::Sensitivity;
  matching::Load load;
  load.name = tr("typed-in headphones").toStdString();
  load.impedance = matching::Bounded<Ohms>::exactly(Ohms::of(impedance_->value()));
  const int reference = reference_->currentData().toInt();
  if (reference != kAny) {
    const DecibelsSpl level = DecibelsSpl::of(sensitivity_->value());
    const bool isPerVolt = reference == static_cast<int>(Sensitivity::Reference::volt);
    load.sensitivity = {isPerVolt ? Sensitivity::perVolt(level) : Sensitivity::perMilliwatt(level),
                        std::nullopt, std::nullopt};
  }
  candidates_.setLoad(std::move(load), nullptr);
}

bool HeadphonesPanel::choose(const std::string& profile) {
  for (int row = 1; row < list_->count(); ++row) {
    if (list_->item(row)->data(kProfile).toString().toStdString() != profile) continue;
    list_->setCurrentRow(row);
    list_->scrollToItem(list_->item(row));
    return true;
  }
  return false;
}

void HeadphonesPanel::focusSearch() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

// Up and down go through the list while one types; Enter takes the first that is found.
bool HeadphonesPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == search_ && event->type() == QEvent::KeyPress && list_->count() > 0) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = list_->currentRow();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
      const int next =
          row < 0 ? std::min(1, list_->count() - 1) : row + (key == Qt::Key_Down ? 1 : -1);
      list_->setCurrentRow(std::clamp(next, 0, list_->count() - 1));
      return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      if (row < 0 && list_->count() > 1) list_->setCurrentRow(1);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace linecheck::ui
