#include "profiles/output_editor.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "canvas/card_from_profile.h"
#include "profiles/new_profile.h"
#include "profiles/vocabulary.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using profiles::Connector;

constexpr int kLabelWidth = 118;
constexpr std::array kConnectors{
    Connector::unknown,     Connector::jack35Trs,  Connector::jack635Trs,  Connector::xlr4,
    Connector::pentaconn44, Connector::jack35Trrs, Connector::comboXlrTrs, Connector::xlr3};

QLabel* caption(const QString& text) {
  auto* label = new QLabel(text);
  label->setFont(textFont(TextSize::caption));
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QGridLayout* grid() {
  auto* layout = new QGridLayout;
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setHorizontalSpacing(space::kTight);
  layout->setVerticalSpacing(space::kHair);
  layout->setColumnStretch(5, 1);
  return layout;
}

/// An existing row's label width, so that all grids have the same columns.
QLabel* rowLabel(const QString& text) {
  auto* label = new QLabel(text);
  label->setFixedWidth(kLabelWidth);
  return label;
}

QString numberText(double number) {
  return QString::number(number, 'g', 12);
}

}  // namespace

OutputEditor::OutputEditor(QWidget* parent)
    : QWidget(parent),
      name_(new QLineEdit),
      connector_(new QComboBox),
      balanced_(new QComboBox),
      figures_(grid()),
      powers_(grid()),
      steps_(grid()),
      powerCaption_(caption(tr("Power into a load in Ω"))),
      stepCaption_(caption(tr("Gain by step of the switch"))) {
  setAccessibleName(tr("Output"));
  name_->setAccessibleName(tr("Output name"));
  name_->setObjectName(name_->accessibleName());
  name_->setPlaceholderText(tr("Headphones"));
  name_->setTextMargins(space::kHair, 0, 0, 0);
  connector_->setAccessibleName(tr("Socket"));
  for (const Connector connector : kConnectors) {
    connector_->addItem(
        connector == Connector::unknown ? tr("not known") : connectorText(connector),
        static_cast<int>(connector));
  }
  balanced_->setAccessibleName(tr("Balanced"));
  balanced_->addItems({tr("not known"), tr("balanced"), tr("unbalanced")});
  auto* remove = new QPushButton(tr("Remove output"));
  remove->setAutoDefault(false);
  auto* top = new QGridLayout;
  top->setHorizontalSpacing(space::kTight);
  top->setVerticalSpacing(2);
  top->addWidget(caption(tr("Output, as printed")), 0, 0);
  top->addWidget(caption(tr("Socket")), 0, 1);
  top->addWidget(caption(tr("Wiring")), 0, 2);
  top->addWidget(name_, 1, 0);
  top->addWidget(connector_, 1, 1);
  top->addWidget(balanced_, 1, 2);
  top->addWidget(remove, 1, 3);
  top->setColumnStretch(0, 1);

  FigureFields::addHeader(*figures_, 0);
  impedance_ = addRow(tr("Output impedance"),
                      {QStringLiteral("ohm"), QStringLiteral("mohm"), QStringLiteral("kohm")});
  maximum_ = addRow(tr("Maximum level"), {QStringLiteral("V"), QStringLiteral("dBu"),
                                          QStringLiteral("dBV"), QStringLiteral("mV")});
  noise_ = addRow(tr("Noise"), {QStringLiteral("uV"), QStringLiteral("nV"), QStringLiteral("mV"),
                                QStringLiteral("dBu"), QStringLiteral("dBV")});
  signalToNoise_ = addRow(tr("Signal to noise"), {QStringLiteral("dB")});
  dynamicRange_ = addRow(tr("Dynamic range"), {QStringLiteral("dB")});
  powers_->addWidget(powerCaption_, 0, 0, 1, FigureFields::kColumns);
  steps_->addWidget(stepCaption_, 0, 0, 1, FigureFields::kColumns);
  powerCaption_->hide();
  stepCaption_->hide();
  auto* addLoad = new QPushButton(tr("Add power into a load"));
  auto* addStep = new QPushButton(tr("Add gain step"));
  for (QPushButton* button : {addLoad, addStep}) button->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(addLoad);
  buttons->addWidget(addStep);
  buttons->addStretch();

  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, space::kTight);
  all->setSpacing(space::kTight);
  all->addLayout(top);
  all->addLayout(figures_);
  all->addLayout(powers_);
  all->addLayout(steps_);
  all->addLayout(buttons);
  connect(remove, &QPushButton::clicked, this, &OutputEditor::removed);
  connect(addLoad, &QPushButton::clicked, this, [this] {
    addPower({}).label->setFocus();
    Q_EMIT changed();
  });
  connect(addStep, &QPushButton::clicked, this, [this] {
    addGain({}).label->setFocus();
    Q_EMIT changed();
  });
  connect(name_, &QLineEdit::textChanged, this, &OutputEditor::changed);
  connect(connector_, &QComboBox::currentIndexChanged, this, &OutputEditor::changed);
  connect(balanced_, &QComboBox::currentIndexChanged, this, &OutputEditor::changed);
}

FigureFields* OutputEditor::addRow(const QString& name, const QStringList& units) {
  auto* row = new FigureFields(*figures_, figures_->rowCount(), rowLabel(name), name, units, this);
  connect(row, &FigureFields::changed, this, &OutputEditor::changed);
  return row;
}

OutputEditor::NamedRow OutputEditor::makeNamed(QGridLayout& grid, const QString& label,
                                               const QString& name, const QString& hint,
                                               const QStringList& units) {
  auto* edit = new QLineEdit(label);
  edit->setAccessibleName(hint);
  edit->setObjectName(hint);
  edit->setPlaceholderText(hint);
  edit->setFixedWidth(kLabelWidth);
  edit->setTextMargins(space::kHair, 0, 0, 0);
  auto* row = new FigureFields(grid, grid.rowCount(), edit, name, units, this);
  connect(row, &FigureFields::changed, this, &OutputEditor::changed);
  connect(edit, &QLineEdit::textChanged, this, &OutputEditor::changed);
  return {edit, row, {}, {}, {}};
}

OutputEditor::NamedRow& OutputEditor::addPower(const QString& load) {
  power_.push_back(makeNamed(*powers_, load, tr("Power"), tr("Load in Ω"),
                             {QStringLiteral("mW"), QStringLiteral("W")}));
  powerCaption_->show();
  return power_.back();
}

OutputEditor::NamedRow& OutputEditor::addGain(const QString& name) {
  gain_.push_back(
      makeNamed(*steps_, name, tr("Gain"), tr("Name of the step"), {QStringLiteral("dB")}));
  stepCaption_->show();
  return gain_.back();
}

void OutputEditor::show(const profiles::Port& port, const profiles::GainSwitch* gains) {
  before_ = port;
  isNew_ = false;
  name_->setText(QString::fromStdString(port.name));
  const int at = connector_->findData(static_cast<int>(port.connector));
  if (at < 0) {
    connector_->addItem(connectorText(port.connector), static_cast<int>(port.connector));
  }
  connector_->setCurrentIndex(connector_->findData(static_cast<int>(port.connector)));
  balanced_->setCurrentIndex(!port.balanced ? 0 : *port.balanced ? 1 : 2);
  if (port.impedance) impedance_->show(*port.impedance);
  if (port.maximumLevel) maximum_->show(*port.maximumLevel);
  if (port.noise) noise_->show(*port.noise);
  if (port.figures.signalToNoise) signalToNoise_->show(*port.figures.signalToNoise);
  if (port.figures.dynamicRange) dynamicRange_->show(*port.figures.dynamicRange);
  for (const profiles::LoadPower& entry : port.powerInto) {
    NamedRow& row = addPower(numberText(entry.load.value()));
    row.condition = entry.condition;
    row.powerBefore = entry.power;
    row.row->show(entry.power);
  }
  if (gains == nullptr) return;
  for (const profiles::GainSwitch::Step& step : gains->steps) {
    NamedRow& row = addGain(QString::fromStdString(step.name));
    row.gainBefore = step.gain;
    row.row->show(step.gain);
  }
}

void OutputEditor::show(const profiles::SpecLine& line) {
  if (line.outputImpedance) impedance_->showNew(*line.outputImpedance);
  if (line.maximumLevel) maximum_->showNew(*line.maximumLevel);
  if (line.noise) noise_->showNew(line.noise->level, line.noise->weighting);
  if (line.signalToNoise) {
    signalToNoise_->showNew(line.signalToNoise->level, line.signalToNoise->weighting);
  }
  if (line.dynamicRange) {
    dynamicRange_->showNew(line.dynamicRange->level, line.dynamicRange->weighting);
  }
  for (const profiles::SpecPower& entry : line.powers) {
    addPower(numberText(entry.load.value())).row->showNew(entry.power);
  }
}

QStringList OutputEditor::check(const UsualSource& usual) {
  QStringList faults;
  const auto take = [&](FigureFields* row, const QString& fault) {
    row->tell(fault);
    if (!fault.isEmpty()) faults << tr("%1: %2").arg(row->name(), fault);
  };
  for (FigureFields* row : {impedance_, maximum_, noise_, signalToNoise_, dynamicRange_})
    take(row, row->fault(usual));
  for (const NamedRow& entry : power_) {
    const TypedNumber load = typedNumber(entry.label->text());
    QString fault = entry.row->fault(usual);
    if (fault.isEmpty() && !entry.row->isEmpty() && !(load.value && *load.value > 0.0)) {
      fault = tr("Into which load? Give it in Ω.");
    }
    take(entry.row, fault);
  }
  for (const NamedRow& entry : gain_) {
    QString fault = entry.row->fault(usual);
    if (fault.isEmpty() && !entry.row->isEmpty() && entry.label->text().trimmed().isEmpty()) {
      fault = tr("What is this step called?");
    }
    take(entry.row, fault);
  }
  return faults;
}

QString OutputEditor::name() const {
  const QString typed = name_->text().trimmed();
  return typed.isEmpty() ? name_->placeholderText() : typed;
}

profiles::Port OutputEditor::port(const UsualSource& usual) const {
  profiles::Port port = before_;
  port.name = name().toStdString();
  port.connector = static_cast<Connector>(connector_->currentData().toInt());
  const int wiring = balanced_->currentIndex();
  port.balanced = wiring == 0 ? std::nullopt : std::optional(wiring == 1);
  if (isNew_) {
    port.claim.provenance.source = usual.source;
    port.claim.provenance.confidence = usual.confidence.value_or(profiles::Confidence::estimate);
  }
  port.impedance = impedance_->figure(profiles::kResistanceUnits, usual, before_.impedance);
  port.maximumLevel = maximum_->figure(profiles::kLevelUnits, usual, before_.maximumLevel);
  port.noise = noise_->figure(profiles::kNoiseUnits, usual, before_.noise);
  port.figures.signalToNoise =
      signalToNoise_->figure(profiles::kGainUnits, usual, before_.figures.signalToNoise);
  port.figures.dynamicRange =
      dynamicRange_->figure(profiles::kGainUnits, usual, before_.figures.dynamicRange);
  port.powerInto.clear();
  for (const NamedRow& entry : power_) {
    const auto load = typedNumber(entry.label->text()).value;
    const auto power = entry.row->figure(profiles::kPowerUnits, usual, entry.powerBefore);
    if (load && power) port.powerInto.push_back({Ohms::of(*load), entry.condition, *power});
  }
  return port;
}

profiles::GainSwitch OutputEditor::gains(const UsualSource& usual) const {
  profiles::GainSwitch gains;
  for (const NamedRow& entry : gain_) {
    const auto gain = entry.row->figure(profiles::kGainUnits, usual, entry.gainBefore);
    if (gain) gains.steps.push_back({entry.label->text().trimmed().toStdString(), *gain});
  }
  return gains;
}

}  // namespace linecheck::ui
