#include "levels/parameter_form.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include "text/levels_text.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kNameWidth = 120;
constexpr int kUnitWidth = 36;
constexpr int kFieldWidth = 64;
constexpr int kPairs = 2;    // Name and field side by side…
constexpr int kColumns = 4;  // … each with its unit and a gap.

QString plain(double value) {
  return QString::number(value, 'g', 10).replace(u'-', QChar(0x2212));
}

// A comma will do as well, and the minus sign that this program writes itself.
std::optional<double> numberOf(QString text) {
  bool isNumber = false;
  const double value =
      text.remove(u' ').replace(u',', u'.').replace(QChar(0x2212), u'-').toDouble(&isNumber);
  return isNumber ? std::optional(value) : std::nullopt;
}

// Whether it may stay empty.
bool isNeeded(const measure::Parameter& parameter) {
  return !measure::checkValues({&parameter, 1}, measure::Values());
}

// Nobody counts from 0 to 1: it is or it is not.
bool isYesOrNo(const measure::Parameter& parameter) {
  return parameter.unit == measure::Unit::count && parameter.least == 0.0 &&
         parameter.greatest == 1.0 && parameter.standard;
}

QString symbolOf(measure::Unit unit) {
  const auto symbol = measure::unitSymbol(unit);
  return QString::fromUtf8(symbol.data(), static_cast<int>(symbol.size()));
}

}  // namespace

ParameterForm::ParameterForm(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  setAccessibleName(tr("Settings"));
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(space::kTight);
  grid_->setVerticalSpacing(space::kHair);
  grid_->setColumnMinimumWidth(kColumns - 1, space::kTight);
  grid_->setColumnStretch(kColumns * kPairs, 1);
}

void ParameterForm::show(const measure::Procedure* procedure) {
  if (procedure == procedure_) return;
  procedure_ = procedure;
  fields_.clear();
  boxes_.clear();
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  if (procedure != nullptr) {
    int place = 0;
    for (const measure::Parameter& parameter : procedure->parameters()) {
      if (isYesOrNo(parameter)) {
        addBox(parameter, place++);
      } else {
        addField(parameter, place++);
      }
    }
  }
  Q_EMIT changed();
}

QString ParameterForm::textOf(const measure::Parameter& parameter) const {
  const auto typed = typed_.find(std::string(procedure_->id()));
  if (typed != typed_.end()) {
    const auto before = typed->second.find(parameter.id);
    if (before != typed->second.end()) return before->second;
  }
  return parameter.standard ? plain(*parameter.standard) : QString();
}

void ParameterForm::keep(const measure::Parameter& parameter, const QString& text) {
  typed_[std::string(procedure_->id())][parameter.id] = text;
  Q_EMIT changed();
}

// Its name stands beside it, across what other parameters have for name, field and unit.
void ParameterForm::addBox(const measure::Parameter& parameter, int place) {
  auto* box = new QCheckBox(measureWord(parameter.name));
  box->setAccessibleName(box->text());
  box->setChecked(numberOf(textOf(parameter)) == parameter.greatest);
  grid_->addWidget(box, place / kPairs, kColumns * (place % kPairs), 1, kColumns - 1);
  boxes_[parameter.id] = box;
  connect(box, &QCheckBox::toggled, this, [this, &parameter](bool isChecked) {
    keep(parameter, plain(isChecked ? parameter.greatest : parameter.least));
  });
}

void ParameterForm::addField(const measure::Parameter& parameter, int place) {
  auto* name = new QLabel(measureWord(parameter.name));
  name->setForegroundRole(QPalette::PlaceholderText);
  name->setWordWrap(true);
  name->setFixedWidth(kNameWidth);
  auto* field = new QLineEdit;
  auto* unit = new QLabel(symbolOf(parameter.unit));
  unit->setForegroundRole(QPalette::PlaceholderText);
  unit->setMinimumWidth(kUnitWidth);
  name->setBuddy(field);
  field->setFixedWidth(kFieldWidth);
  field->setAlignment(Qt::AlignRight);
  field->setAccessibleName(unit->text().isEmpty()
                               ? name->text()
                               : QStringLiteral("%1, %2").arg(name->text(), unit->text()));
  field->setText(textOf(parameter));
  const QString range =
      tr("%1 to %2 %3").arg(plain(parameter.least), plain(parameter.greatest), unit->text());
  if (!parameter.standard) {
    field->setPlaceholderText(isNeeded(parameter) ? tr("needed") : tr("unknown"));
  }
  QString tip = range;
  if (isNeeded(parameter) && !parameter.standard) tip += u'\n' + tr("This has to be told.");
  if (parameter.standard) tip += u'\n' + tr("Usually %1").arg(plain(*parameter.standard));
  field->setToolTip(tip);
  field->setAccessibleDescription(tip);
  const int row = place / kPairs;
  const int column = kColumns * (place % kPairs);
  grid_->addWidget(name, row, column);
  grid_->addWidget(field, row, column + 1);
  grid_->addWidget(unit, row, column + 2);
  fields_[parameter.id] = field;
  connect(field, &QLineEdit::textChanged, this, [this, &parameter](const QString& text) {
    mark(parameter);
    keep(parameter, text);
  });
  mark(parameter);
}

// A field that is not right says so beside its colour, in its tip and placeholder.
void ParameterForm::mark(const measure::Parameter& parameter) {
  QLineEdit* field = fields_[parameter.id];
  measure::Values value;
  if (const auto number = numberOf(field->text())) value.set(parameter.id, *number);
  const bool isRight = measure::checkValues({&parameter, 1}, value).has_value() &&
                       (field->text().isEmpty() || numberOf(field->text()));
  QFont font = field->font();
  font.setUnderline(!isRight);
  field->setFont(font);
}

measure::Values ParameterForm::values() const {
  measure::Values values;
  for (const auto& [id, field] : fields_) {
    if (const auto number = numberOf(field->text())) values.set(id, *number);
  }
  for (const auto& [id, box] : boxes_) values.set(id, box->isChecked() ? 1.0 : 0.0);
  return values;
}

void ParameterForm::focusFault() {
  if (procedure_ == nullptr) return;
  for (const measure::Parameter& parameter : procedure_->parameters()) {
    const auto found = fields_.find(parameter.id);
    if (found == fields_.end()) continue;
    QLineEdit* field = found->second;
    measure::Values value;
    if (const auto number = numberOf(field->text())) value.set(parameter.id, *number);
    if (measure::checkValues({&parameter, 1}, value)) continue;
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
    return;
  }
}

void ParameterForm::setField(const std::string& parameter, const QString& text) {
  const auto field = fields_.find(parameter);
  if (field != fields_.end()) field->second->setText(text);
  const auto box = boxes_.find(parameter);
  if (box != boxes_.end()) box->second->setChecked(numberOf(text) == 1.0);
}

}  // namespace linecheck::ui
