#include "levels/parameter_form.h"

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
  return QString::number(value, 'g', 10);
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
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  if (procedure != nullptr) {
    int place = 0;
    for (const measure::Parameter& parameter : procedure->parameters()) {
      addField(parameter, place++);
    }
  }
  Q_EMIT changed();
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
  const auto& typed = typed_[std::string(procedure_->id())];
  const auto before = typed.find(parameter.id);
  if (before != typed.end()) {
    field->setText(before->second);
  } else if (parameter.standard) {
    field->setText(plain(*parameter.standard));
  }
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
    typed_[std::string(procedure_->id())][parameter.id] = text;
    mark(parameter);
    Q_EMIT changed();
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
  return values;
}

void ParameterForm::focusFault() {
  if (procedure_ == nullptr) return;
  for (const measure::Parameter& parameter : procedure_->parameters()) {
    QLineEdit* field = fields_[parameter.id];
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
}

}  // namespace linecheck::ui
