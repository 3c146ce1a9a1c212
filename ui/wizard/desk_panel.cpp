#include "wizard/desk_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "chain/edits.h"
#include "chain/mains_regions.h"
#include "document/new_wiring.h"
#include "pages/library_panel.h"
#include "theme/theme.h"
#include "widgets/flow_layout.h"

namespace linecheck::ui {
namespace {

constexpr int kListHeight = 232;
constexpr int kMostSteps = 200;  // More than any desk has; an edit that changed nothing would loop.

bool isSame(const chain::Mains& a, const chain::Mains& b) {
  return a.frequency == b.frequency && a.voltage == b.voltage;
}

QString mainsText(const chain::MainsRegion& region) {
  return QStringLiteral("%1 V, %2 Hz").arg(region.voltageV).arg(region.frequencyHz);
}

}  // namespace

DeskPanel::DeskPanel(ChainDocument& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      library_(new LibraryPanel(document)),
      added_(new QLabel),
      join_(new QPushButton(tr("Join them for me"))),
      plugIn_(new QPushButton(tr("All into one strip"))),
      country_(new QComboBox) {
  library_->setFixedHeight(kListHeight);
  library_->layout()->setContentsMargins(0, 0, 0, space::kTight);
  added_->setWordWrap(true);
  added_->setForegroundRole(QPalette::PlaceholderText);
  auto* notListed = new QPushButton(tr("Not listed…"));
  notListed->setToolTip(tr("A short form: what it is, and its figures as far as you have them."));
  join_->setToolTip(tr("Draws the cables that such devices usually take. You can change each."));
  plugIn_->setToolTip(tr("Plugs everything that takes mains into one strip at one outlet."));
  auto* buttons = new QWidget;
  auto* row = new FlowLayout(space::kTight, buttons);
  for (auto* button : {notListed, join_, plugIn_}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  country_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  country_->setMinimumContentsLength(16);
  country_->setAccessibleName(tr("Country, for the mains"));
  fillCountries();
  auto* form = new QFormLayout;
  form->setContentsMargins(0, space::kTight, 0, 0);
  form->addRow(tr("&Mains of"), country_);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(library_);
  column->addWidget(added_);
  column->addWidget(buttons);
  column->addLayout(form);
  connect(library_, &LibraryPanel::chosen, this, &DeskPanel::add);
  connect(notListed, &QPushButton::clicked, this, &DeskPanel::notListed);
  connect(join_, &QPushButton::clicked, this, &DeskPanel::joinAll);
  connect(plugIn_, &QPushButton::clicked, this, &DeskPanel::plugAllIn);
  connect(country_, &QComboBox::activated, this,
          [this] { setMains(country_->currentData().toString()); });
  connect(&document_, &ChainDocument::changed, this, &DeskPanel::refresh);
  refresh();
}

void DeskPanel::fillCountries() {
  std::vector<std::pair<QString, const chain::MainsRegion*>> regions;
  for (const chain::MainsRegion& region : chain::mainsRegions()) {
    const auto territory = QLocale::codeToTerritory(QString::fromLatin1(
        region.territory.data(), static_cast<qsizetype>(region.territory.size())));
    regions.emplace_back(QLocale::territoryToString(territory), &region);
  }
  std::sort(regions.begin(), regions.end(),
            [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
  for (const auto& [name, region] : regions) {
    country_->addItem(tr("%1 – %2").arg(name, mainsText(*region)),
                      QString::fromLatin1(region->territory.data(), 2));
  }
  country_->setPlaceholderText(tr("Choose your country"));
  country_->setCurrentIndex(-1);
}

void DeskPanel::setMains(const QString& territory) {
  const auto* region = chain::findMainsRegion(territory.toStdString());
  if (region == nullptr) return;
  chain::Mains mains = region->mains();
  mains.hasWorkingEarth = document_.chain().mains.hasWorkingEarth;
  document_.apply(chain::changeMains(document_.desk(), mains));
}

void DeskPanel::add(const QString& profile) {
  const auto* entry = document_.library().find(profile.toStdString());
  // A new desk stands where the user most likely is.
  if (document_.chain().devices.empty()) {
    setMains(QLocale::territoryToCode(QLocale::system().territory()));
  }
  if (!document_.apply(chain::addDevice(document_.desk(), entry ? &entry->profile : nullptr))) {
    return;
  }
  library_->focusSearch();
}

void DeskPanel::joinAll() {
  for (int i = 0; i < kMostSteps; ++i) {
    const auto edit = missingCable(document_.desk());
    if (!edit || !document_.apply(*edit)) return;
  }
}

void DeskPanel::plugAllIn() {
  for (int i = 0; i < kMostSteps; ++i) {
    const auto edit = missingPlug(document_.desk());
    if (!edit || !document_.apply(*edit)) return;
  }
}

void DeskPanel::refresh() {
  QStringList names;
  for (const chain::Device& device : document_.chain().devices) {
    names << QString::fromStdString(document_.desk().name(device.id));
  }
  added_->setText(names.isEmpty() ? tr("Nothing on the desk yet: begin with the computer.")
                                  : tr("On the desk: %1").arg(names.join(QStringLiteral(", "))));
  join_->setEnabled(missingCable(document_.desk()).has_value());
  plugIn_->setEnabled(missingPlug(document_.desk()).has_value());
  // The country that was chosen, if it has the same mains; else the user's own, else none.
  const chain::Mains& mains = document_.chain().mains;
  const auto fits = [&](const QString& territory) {
    const auto* region = chain::findMainsRegion(territory.toStdString());
    return region != nullptr && isSame(region->mains(), mains);
  };
  if (fits(country_->currentData().toString())) return;
  const QString own = QLocale::territoryToCode(QLocale::system().territory());
  country_->setCurrentIndex(fits(own) ? country_->findData(own) : -1);
  country_->setPlaceholderText(tr("%1 V, %2 Hz – choose your country")
                                   .arg(mains.voltage.value())
                                   .arg(mains.frequency.value()));
}

}  // namespace linecheck::ui
