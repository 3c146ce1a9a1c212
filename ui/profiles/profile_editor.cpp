#include "profiles/profile_editor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "canvas/card_from_profile.h"
#include "profiles/new_profile.h"
#include "profiles/output_editor.h"
#include "profiles/profile_words.h"
#include "profiles/spec_box.h"
#include "profiles/user_profiles.h"
#include "theme/style.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using profiles::Driver;

constexpr std::array kDrivers{Driver::unknown,          Driver::dynamic,       Driver::planar,
                              Driver::balancedArmature, Driver::electrostatic, Driver::hybrid};

QLabel* heading(const QString& text) {
  auto* label = new QLabel(text);
  label->setFont(textFont(TextSize::body, QFont::DemiBold));
  return label;
}

QLabel* caption(const QString& text, QWidget* field) {
  auto* label = new QLabel(text);
  label->setFont(textFont(TextSize::caption));
  label->setForegroundRole(QPalette::PlaceholderText);
  label->setBuddy(field);
  return label;
}

void nameField(QWidget* field, const QString& name) {
  field->setAccessibleName(name);
  field->setObjectName(name);
}

bool isHeadphoneOutput(const profiles::Port& port) {
  return port.direction != profiles::Direction::in &&
         std::ranges::find(port.signals, profiles::Signal::headphone) != port.signals.end();
}

/// The gain switch that acts on an output alone, or on the whole device.
template <class ProfileType>
auto* gainOf(ProfileType& profile, const std::string& port) {
  using ControlType = std::remove_reference_t<decltype(profile.controls.front())>;
  ControlType* found = nullptr;
  for (ControlType& control : profile.controls) {
    if (!std::holds_alternative<profiles::GainSwitch>(control.action)) continue;
    if (std::ranges::find(control.ports, port) != control.ports.end()) found = &control;
  }
  return found;
}

}  // namespace

ProfileEditor::ProfileEditor(const profiles::Library& library, profiles::Locations locations,
                             std::optional<profiles::Profile> edited, QWidget* parent)
    : QDialog(parent),
      library_(library),
      locations_(std::move(locations)),
      edited_(std::move(edited)),
      kind_(new QComboBox),
      maker_(new QLineEdit),
      model_(new QLineEdit),
      source_(new QLineEdit),
      url_(new QLineEdit),
      confidence_(new QComboBox),
      idLine_(new QLabel),
      driver_(new QComboBox),
      reason_(new QLabel) {
  setWindowTitle(edited_ ? tr("Edit %1").arg(QString::fromStdString(edited_->name()))
                         : tr("New profile"));
  auto* spec = new SpecBox;
  connect(spec, &SpecBox::understood, this, &ProfileEditor::fillIn);

  auto* form = new QWidget;
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(space::kWide, space::kNormal, space::kWide, space::kNormal);
  column->setSpacing(space::kNormal);
  column->addWidget(spec);
  column->addWidget(buildDevice());
  column->addWidget(buildHeadphones());
  column->addWidget(buildOutputs());
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidget(form);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
  save_ = buttons->button(QDialogButtonBox::Save);
  save_->setProperty(Style::kPrimary, true);
  connect(buttons, &QDialogButtonBox::accepted, this, &ProfileEditor::save);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  nameField(reason_, tr("Why it cannot be saved"));
  reason_->setWordWrap(true);
  reason_->setForegroundRole(QPalette::PlaceholderText);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(space::kWide, space::kSnug, space::kWide, space::kNormal);
  foot->setSpacing(space::kNormal);
  foot->addWidget(reason_, 1);
  foot->addWidget(buttons);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  all->addWidget(scroll, 1);
  all->addLayout(foot);
  resize(900, 620);
  setMinimumWidth(820);
  showProfile();
  check();
  maker_->setFocus();
}

QWidget* ProfileEditor::buildDevice() {
  nameField(kind_, tr("Kind"));
  for (const profiles::Kind kind : editableKinds()) {
    kind_->addItem(kindText(kind), static_cast<int>(kind));
  }
  nameField(maker_, tr("Maker"));
  nameField(model_, tr("Model"));
  nameField(source_, tr("Source"));
  source_->setPlaceholderText(tr("Author, title, page, date"));
  nameField(url_, tr("Address"));
  url_->setPlaceholderText(tr("https://… (may stay empty)"));
  nameField(confidence_, tr("How sure"));
  confidence_->addItem(tr("choose"));
  for (const auto confidence : surenessChoices()) {
    confidence_->addItem(surenessText(confidence), static_cast<int>(confidence));
  }
  for (QLineEdit* edit : {maker_, model_, source_, url_}) {
    edit->setTextMargins(space::kHair, 0, 0, 0);
    connect(edit, &QLineEdit::textChanged, this, &ProfileEditor::check);
  }
  connect(kind_, &QComboBox::currentIndexChanged, this, &ProfileEditor::check);
  connect(confidence_, &QComboBox::currentIndexChanged, this, &ProfileEditor::check);

  auto* box = new QWidget;
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::kSnug);
  grid->setVerticalSpacing(2);
  const std::pair<QString, QWidget*> fields[] = {
      {tr("&Kind"), kind_},
      {tr("&Maker"), maker_},
      {tr("M&odel"), model_},
      {edited_ ? tr("How s&ure of new figures") : tr("How s&ure"), confidence_},
      {edited_ ? tr("Sou&rce of new figures") : tr("Sou&rce of the figures"), source_},
      {tr("&Address"), url_}};
  int index = 0;
  for (const auto& [name, field] : fields) {
    const int row = index / 3 * 3;
    grid->addWidget(caption(name, field), row, index % 3);
    grid->addWidget(field, row + 1, index % 3);
    ++index;
  }
  grid->setRowMinimumHeight(2, space::kHair);
  for (int i = 0; i < 3; ++i) grid->setColumnStretch(i, i == 0 ? 2 : 3);
  idLine_->setFont(textFont(TextSize::caption));
  idLine_->setForegroundRole(QPalette::PlaceholderText);
  idLine_->setWordWrap(true);
  grid->addWidget(idLine_, 5, 0, 1, 3);
  // The order of the keys is that of the questions: what is it, and who says so.
  QWidget::setTabOrder(kind_, maker_);
  QWidget::setTabOrder(maker_, model_);
  QWidget::setTabOrder(model_, confidence_);
  QWidget::setTabOrder(confidence_, source_);
  QWidget::setTabOrder(source_, url_);
  return box;
}

QWidget* ProfileEditor::buildHeadphones() {
  headphones_ = new QWidget;
  auto* column = new QVBoxLayout(headphones_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTight);
  column->addWidget(heading(tr("Figures")));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(space::kTight);
  grid->setVerticalSpacing(space::kHair);
  FigureFields::addHeader(*grid, 0);
  const auto addRow = [&](const QString& name, const QStringList& units) {
    auto* label = new QLabel(name);
    label->setFixedWidth(118);
    auto* row = new FigureFields(*grid, grid->rowCount(), label, name, units, this);
    connect(row, &FigureFields::changed, this, &ProfileEditor::check);
    return row;
  };
  impedance_ = addRow(tr("Impedance"), {QStringLiteral("ohm"), QStringLiteral("kohm")});
  sensitivity_ =
      addRow(tr("Sensitivity"), {QString(), QStringLiteral("dB/mW"), QStringLiteral("dB/V")});
  column->addLayout(grid);
  nameField(driver_, tr("Driver"));
  for (const Driver driver : kDrivers) {
    driver_->addItem(driverText(driver), static_cast<int>(driver));
  }
  connect(driver_, &QComboBox::currentIndexChanged, this, &ProfileEditor::check);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  auto* label = new QLabel(tr("Driver"));
  label->setBuddy(driver_);
  label->setFixedWidth(118);
  row->addWidget(label);
  row->addWidget(driver_);
  row->addStretch();
  column->addLayout(row);
  return headphones_;
}

QWidget* ProfileEditor::buildOutputs() {
  outputsBox_ = new QWidget;
  auto* column = new QVBoxLayout(outputsBox_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTight);
  column->addWidget(heading(tr("Headphone outputs")));
  outputsColumn_ = new QVBoxLayout;
  outputsColumn_->setSpacing(space::kNormal);
  column->addLayout(outputsColumn_);
  auto* add = new QPushButton(tr("Add output"));
  add->setAutoDefault(false);
  connect(add, &QPushButton::clicked, this, [this] {
    addOutput();
    check();
  });
  auto* row = new QHBoxLayout;
  row->addWidget(add);
  row->addStretch();
  column->addLayout(row);
  return outputsBox_;
}

OutputEditor* ProfileEditor::addOutput() {
  auto* output = new OutputEditor;
  outputs_.push_back(output);
  outputsColumn_->addWidget(output);
  connect(output, &OutputEditor::changed, this, &ProfileEditor::check);
  connect(output, &OutputEditor::removed, this, [this, output] { removeOutput(output); });
  return output;
}

void ProfileEditor::removeOutput(OutputEditor* output) {
  std::erase(outputs_, output);
  output->hide();
  output->deleteLater();
  check();
}

void ProfileEditor::showProfile() {
  if (!edited_) {
    addOutput();
    return;
  }
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(edited_->kind)));
  kind_->setEnabled(false);  // Its sockets and controls are those of this kind.
  maker_->setText(QString::fromStdString(edited_->maker));
  model_->setText(QString::fromStdString(edited_->model));
  if (edited_->headphones) {
    const profiles::Headphones& known = *edited_->headphones;
    driver_->setCurrentIndex(driver_->findData(static_cast<int>(known.driver)));
    if (known.impedance) impedance_->show(*known.impedance);
    if (known.sensitivity) sensitivity_->show(*known.sensitivity);
  }
  for (const profiles::Port& port : edited_->ports) {
    if (!isHeadphoneOutput(port)) continue;
    const auto* gain = gainOf(std::as_const(*edited_), port.id);
    addOutput()->show(port, gain ? &std::get<profiles::GainSwitch>(gain->action) : nullptr);
  }
}

void ProfileEditor::fillIn(const profiles::SpecLine& line) {
  if (line.impedance || line.sensitivity) {
    if (!edited_)
      kind_->setCurrentIndex(kind_->findData(static_cast<int>(profiles::Kind::headphones)));
    if (line.impedance) impedance_->show(*line.impedance);
    if (line.sensitivity && line.sensitivity->reference) {
      sensitivity_->show(
          profiles::withReference(line.sensitivity->level, *line.sensitivity->reference));
    }
  } else {
    if (!edited_ && isHeadphones()) {
      kind_->setCurrentIndex(kind_->findData(static_cast<int>(profiles::Kind::headphoneAmplifier)));
    }
    if (!isHeadphones()) (outputs_.empty() ? addOutput() : outputs_.front())->show(line);
  }
  check();
}

profiles::Kind ProfileEditor::kind() const {
  return static_cast<profiles::Kind>(kind_->currentData().toInt());
}

bool ProfileEditor::isHeadphones() const {
  return kind() == profiles::Kind::headphones;
}

UsualSource ProfileEditor::usual() const {
  UsualSource usual;
  usual.source = {source_->text().trimmed().toStdString(), url_->text().trimmed().toStdString()};
  if (confidence_->currentIndex() > 0) {
    usual.confidence = static_cast<profiles::Confidence>(confidence_->currentData().toInt());
  }
  return usual;
}

profiles::Provenance ProfileEditor::usualProvenance() const {
  const UsualSource now = usual();
  return {now.source, "", now.confidence.value_or(profiles::Confidence::estimate), ""};
}

profiles::Profile ProfileEditor::profile() const {
  const std::string maker = maker_->text().trimmed().toStdString();
  const std::string model = model_->text().trimmed().toStdString();
  profiles::Profile profile =
      edited_ ? *edited_ : profiles::newProfile(kind(), maker, model, usualProvenance());
  profile.maker = maker;
  profile.model = model;
  if (!profile.headphones) {
    writeOutputs(profile);
    return profile;
  }
  profiles::Headphones& headphones = *profile.headphones;
  const auto driver = static_cast<Driver>(driver_->currentData().toInt());
  if (driver != headphones.driver) {
    headphones.driver = driver;
    headphones.driverClaim = {};
    headphones.driverClaim.provenance = usualProvenance();
  }
  headphones.impedance =
      impedance_->figure(profiles::kResistanceUnits, usual(), headphones.impedance);
  headphones.sensitivity =
      sensitivity_->figure(profiles::kSensitivityUnits, usual(), headphones.sensitivity);
  return profile;
}

void ProfileEditor::writeOutputs(profiles::Profile& profile) const {
  // An output that was taken away goes with what acted on it alone.
  const auto isGone = [&](const profiles::Port& port) {
    return isHeadphoneOutput(port) &&
           std::ranges::none_of(outputs_, [&](const auto* one) { return one->id() == port.id; });
  };
  for (const profiles::Port& port : profile.ports) {
    if (!isGone(port)) continue;
    for (profiles::Control& control : profile.controls) {
      std::erase(control.ports, port.id);
      if (auto* modes = std::get_if<profiles::ModeSwitch>(&control.action)) {
        for (auto& position : modes->positions) std::erase(position.outputs, port.id);
      }
    }
  }
  std::erase_if(profile.ports, isGone);
  for (const OutputEditor* output : outputs_) {
    profiles::Port port = output->port(usual());
    const auto known = std::ranges::find(profile.ports, output->id(), &profiles::Port::id);
    if (known != profile.ports.end() && !output->id().empty()) {
      *known = port;
    } else {
      profiles::Port& made =
          profiles::addHeadphoneOutput(profile, port.name, port.claim.provenance);
      port.id = made.id;
      port.direction = made.direction;
      port.channels = made.channels;
      port.signals = made.signals;
      made = port;
    }
    profiles::GainSwitch gains = output->gains(usual());
    profiles::Control* control = gainOf(profile, port.id);
    if (control != nullptr) {
      control->action = std::move(gains);
    } else if (!gains.steps.empty()) {
      profiles::Control fresh;
      fresh.id = profile.control("gain") == nullptr ? "gain" : "gain-" + port.id;
      fresh.name = "Gain";
      fresh.ports = {port.id};
      fresh.claim.provenance = gains.steps.front().gain.provenance;
      fresh.action = std::move(gains);
      profile.controls.push_back(std::move(fresh));
    }
  }
}

QStringList ProfileEditor::faults() const {
  QStringList faults;
  if (maker_->text().trimmed().isEmpty()) faults << tr("Who makes it?");
  if (model_->text().trimmed().isEmpty()) faults << tr("What is the model called?");
  const UsualSource now = usual();
  const bool isNewOutput = !isHeadphones() && std::ranges::any_of(outputs_, [](const auto* one) {
    return one->id().empty();
  });
  const bool hasNewDriver =
      edited_ && edited_->headphones &&
      static_cast<int>(edited_->headphones->driver) != driver_->currentData().toInt();
  if (!edited_ || isNewOutput || hasNewDriver) {
    if (now.source.citation.empty()) faults << tr("Where do the figures come from?");
    if (!now.confidence) faults << tr("How sure are the figures?");
  }
  if (isHeadphones()) {
    for (FigureFields* row : {impedance_, sensitivity_}) {
      const QString fault = row->fault(now);
      row->tell(fault);
      if (!fault.isEmpty()) faults << tr("%1: %2").arg(row->name(), fault);
    }
  } else {
    for (OutputEditor* output : outputs_) faults += output->check(now);
  }
  if (!faults.isEmpty()) return faults;

  const profiles::Profile made = profile();
  if (made.headphones && made.headphones->impedance &&
      made.headphones->impedance->value.nominal.value() <= 0.0) {
    const QString fault = tr("The impedance of headphones is greater than 0.");
    impedance_->tell(fault);
    return {fault};
  }
  for (const Error& error : profiles::faultsOf(made)) {
    faults << QString::fromStdString(error.message());
  }
  const std::string clash = profiles::clashOf(
      made, library_, edited_ ? profiles::Clash::replaceAny : profiles::Clash::refuse);
  if (!clash.empty()) faults << QString::fromStdString(clash);
  return faults;
}

QString ProfileEditor::reason() const {
  return reason_->text();
}

void ProfileEditor::check() {
  headphones_->setVisible(isHeadphones());
  outputsBox_->setVisible(!isHeadphones());
  const QStringList open = faults();
  reason_->setText(open.isEmpty() ? QString() : open.first());
  save_->setEnabled(open.isEmpty());
  save_->setToolTip(open.join(u'\n'));
  save_->setAccessibleDescription(open.isEmpty() ? QString() : open.first());

  const std::string id =
      edited_ ? edited_->id
              : profiles::idFor(maker_->text().toStdString(), model_->text().toStdString());
  const auto* known = library_.find(id);
  const bool isNamed = edited_ || !model_->text().trimmed().isEmpty();
  idLine_->setText(!isNamed ? tr("It gets its id from maker and model.")
                   : known != nullptr && !known->isUsers
                       ? tr("Id %1. One comes with Linecheck; yours takes its place.")
                             .arg(QString::fromStdString(id))
                       : tr("Id %1").arg(QString::fromStdString(id)));
}

void ProfileEditor::save() {
  const profiles::Profile made = profile();
  const auto file = profiles::saveProfile(
      made, library_, locations_, edited_ ? profiles::Clash::replaceAny : profiles::Clash::refuse);
  if (!file) {
    reason_->setText(errorsText(file.error()));
    return;
  }
  Q_EMIT saved(QString::fromStdString(made.id));
  accept();
}

}  // namespace linecheck::ui
