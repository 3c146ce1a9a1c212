#include "profiles/profile_editor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <array>

#include "canvas/card_from_profile.h"
#include "profiles/new_profile.h"
#include "profiles/output_editor.h"
#include "profiles/outputs.h"
#include "profiles/profile_words.h"
#include "profiles/spec_box.h"
#include "profiles/user_profiles.h"
#include "text/headphones_text.h"
#include "theme/style.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using profiles::Back;
using profiles::Driver;

constexpr int kNotKnown = -1;  // As the choice of a back.

constexpr std::array kDrivers{
    Driver::unknown,       Driver::dynamic,   Driver::planar, Driver::balancedArmature,
    Driver::electrostatic, Driver::airMotion, Driver::hybrid};

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
      back_(new QComboBox),
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
  scroll->setAccessibleName(tr("Profile"));

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
  auto* line = new QFrame;
  line->setFrameShape(QFrame::HLine);
  line->setFrameShadow(QFrame::Plain);
  line->setForegroundRole(QPalette::Mid);
  all->addWidget(line);
  all->addLayout(foot);
  resize(900, 660);
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
  nameField(back_, tr("Back"));
  back_->setToolTip(tr("What is behind the driver"));
  back_->addItem(tr("not known"), kNotKnown);
  for (const Back back : {Back::open, Back::semiOpen, Back::closed, Back::inEar}) {
    back_->addItem(backText(back), static_cast<int>(back));
  }
  connect(back_, &QComboBox::currentIndexChanged, this, &ProfileEditor::check);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  auto* label = new QLabel(tr("Driver"));
  label->setBuddy(driver_);
  label->setFixedWidth(118);
  row->addWidget(label);
  row->addWidget(driver_);
  auto* backLabel = new QLabel(tr("Back"));
  backLabel->setBuddy(back_);
  backLabel->setContentsMargins(space::kNormal, 0, 0, 0);
  row->addWidget(backLabel);
  row->addWidget(back_);
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
    if (known.back) back_->setCurrentIndex(back_->findData(static_cast<int>(known.back->type)));
    if (known.impedance) impedance_->show(*known.impedance);
    if (known.sensitivity) sensitivity_->show(*known.sensitivity);
  }
  for (const profiles::Port& port : edited_->ports) {
    if (!profiles::isHeadphoneOutput(port)) continue;
    const auto* gain = profiles::gainSwitchOf(*edited_, port.id);
    addOutput()->show(port, gain ? &std::get<profiles::GainSwitch>(gain->action) : nullptr);
  }
}

void ProfileEditor::fillIn(const profiles::SpecLine& line) {
  if (line.impedance || line.sensitivity) {
    if (!edited_)
      kind_->setCurrentIndex(kind_->findData(static_cast<int>(profiles::Kind::headphones)));
    if (line.impedance) impedance_->showNew(*line.impedance);
    if (line.sensitivity && line.sensitivity->reference) {
      sensitivity_->showNew(
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
