#include "profiles/figure_fields.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPalette>

#include "profiles/profile_words.h"
#include "profiles/spec_tokens.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kNumberWidth = 74;
constexpr int kUnitWidth = 86;
constexpr int kSurenessWidth = 112;

QLineEdit* field(const QString& name, int width) {
  auto* edit = new QLineEdit;
  edit->setAccessibleName(name);
  edit->setObjectName(name);
  edit->setTextMargins(space::kHair, 0, 0, 0);
  if (width > 0) edit->setFixedWidth(width);
  return edit;
}

/// A unit of the profile format as people write it.
QString sign(const QString& unit) {
  QString text = unit;
  text.replace(QStringLiteral("ohm"), QStringLiteral("Ω"));
  return text == QStringLiteral("uV") ? QStringLiteral("µV") : text;
}

/// The unit as the fields keep it: the one of two spellings that is easier to type.
QString word(const std::string& unit) {
  QString text = QString::fromStdString(unit);
  text.replace(QStringLiteral("Ω"), QStringLiteral("ohm"));
  return text == QStringLiteral("µV") ? QStringLiteral("uV") : text;
}

QString digits(const std::optional<double>& number) {
  return number ? QString::number(*number, 'g', 12) : QString();
}

}  // namespace

TypedNumber typedNumber(const QString& text) {
  const QString plain = text.trimmed();
  if (plain.isEmpty()) return {};
  const auto tokens = profiles::spec::tokens(plain.toStdString());
  const bool isNegative = tokens.size() == 2 && tokens[0].is("-") && tokens[1].isNumber();
  if (!isNegative && (tokens.size() != 1 || !tokens[0].isNumber())) {
    return {std::nullopt, FigureFields::tr("“%1” is no number.").arg(plain)};
  }
  const auto& number = tokens.back();
  if (!number.fault.empty()) return {std::nullopt, QString::fromStdString(number.fault)};
  return {isNegative ? -number.value : number.value, {}};
}

FigureFields::FigureFields(QGridLayout& grid, int gridRow, QWidget* label, const QString& name,
                           const QStringList& units, QObject* parent)
    : QObject(parent),
      name_(name),
      label_(label),
      value_(field(tr("%1: value").arg(name), kNumberWidth)),
      low_(field(tr("%1: at least").arg(name), kNumberWidth)),
      high_(field(tr("%1: at most").arg(name), kNumberWidth)),
      unit_(new QComboBox),
      source_(field(tr("%1: source").arg(name), 0)),
      confidence_(new QComboBox),
      message_(new QLabel) {
  unit_->setAccessibleName(tr("%1: unit").arg(name));
  unit_->setObjectName(unit_->accessibleName());
  for (const QString& unit : units)
    unit_->addItem(unit.isEmpty() ? tr("choose") : sign(unit), unit);
  unit_->setFixedWidth(kUnitWidth);
  confidence_->setAccessibleName(tr("%1: how sure").arg(name));
  confidence_->setObjectName(confidence_->accessibleName());
  confidence_->addItem(tr("as above"));
  for (const auto confidence : surenessChoices()) {
    confidence_->addItem(surenessText(confidence), static_cast<int>(confidence));
  }
  confidence_->setFixedWidth(kSurenessWidth);
  source_->setPlaceholderText(tr("as above"));
  message_->setWordWrap(true);
  message_->setFont(textFont(TextSize::caption));
  message_->setObjectName(tr("%1: message").arg(name));
  message_->hide();
  const QList<QWidget*> fields{label_, value_, low_, high_, unit_, source_, confidence_};
  for (int column = 0; column < kColumns; ++column) {
    grid.addWidget(fields[column], gridRow, column);
  }
  grid.addWidget(message_, gridRow + 1, 1, 1, kColumns - 1);
  for (QLineEdit* edit : {value_, low_, high_, source_}) {
    connect(edit, &QLineEdit::textChanged, this, &FigureFields::changed);
  }
  connect(source_, &QLineEdit::textEdited, this, [this] { url_.clear(); });
  connect(unit_, &QComboBox::currentIndexChanged, this, &FigureFields::changed);
  connect(confidence_, &QComboBox::currentIndexChanged, this, &FigureFields::changed);
}

void FigureFields::addHeader(QGridLayout& grid, int gridRow) {
  const QStringList names{QString(),  tr("Value"),  tr("At least"), tr("At most"),
                          tr("Unit"), tr("Source"), tr("How sure")};
  for (int column = 1; column < kColumns; ++column) {
    auto* label = new QLabel(names[column]);
    label->setFont(textFont(TextSize::caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    grid.addWidget(label, gridRow, column);
  }
  grid.setColumnStretch(5, 1);
}

void FigureFields::showNew(const profiles::Written& written,
                           std::optional<profiles::Weighting> weighting) {
  weighting_ = weighting;
  source_->clear();
  url_.clear();
  confidence_->setCurrentIndex(0);
  showNumbers(written);
}

void FigureFields::showNumbers(const profiles::Written& written) {
  value_->setText(digits(written.value));
  low_->setText(digits(written.low));
  high_->setText(digits(written.high));
  const QString unit = word(written.unit);
  if (unit_->findData(unit) < 0) unit_->addItem(sign(unit), unit);
  unit_->setCurrentIndex(unit_->findData(unit));
}

void FigureFields::showProvenance(const profiles::Provenance& provenance) {
  source_->setText(QString::fromStdString(provenance.source.citation));
  source_->setCursorPosition(0);
  source_->setToolTip(source_->text());
  url_ = QString::fromStdString(provenance.source.url);
  confidence_->setCurrentIndex(confidence_->findData(static_cast<int>(provenance.confidence)));
}

bool FigureFields::isEmpty() const {
  return value_->text().trimmed().isEmpty() && low_->text().trimmed().isEmpty() &&
         high_->text().trimmed().isEmpty();
}

std::optional<profiles::Written> FigureFields::numbers() const {
  if (isEmpty()) return std::nullopt;
  profiles::Written written;
  for (const auto& [edit, place] :
       {std::pair(value_, &written.value), std::pair(low_, &written.low),
        std::pair(high_, &written.high)}) {
    const TypedNumber typed = typedNumber(edit->text());
    if (!typed.fault.isEmpty()) return std::nullopt;
    *place = typed.value;
  }
  written.unit = unit_->currentData().toString().toStdString();
  return written;
}

QString FigureFields::fault(const UsualSource& usual) const {
  if (isEmpty()) return {};
  for (const QLineEdit* edit : {value_, low_, high_}) {
    const TypedNumber typed = typedNumber(edit->text());
    if (!typed.fault.isEmpty()) return typed.fault;
  }
  if (const auto written = numbers()) {
    const bool isLevel = written->unit.starts_with("dB");
    const std::string wrong = profiles::numbersFault(
        *written, isLevel ? profiles::Sign::any : profiles::Sign::notNegative);
    if (!wrong.empty()) return QString::fromStdString(wrong);
    if (written->unit.empty()) return tr("Choose the unit. Per mW and per V are not the same.");
  }
  if (source_->text().trimmed().isEmpty() && usual.source.citation.empty()) {
    return tr("Say where this comes from, here or above.");
  }
  if (confidence_->currentIndex() <= 0 && !usual.confidence) {
    return tr("Say how sure this is, here or above.");
  }
  return {};
}

void FigureFields::tell(const QString& fault) {
  message_->setText(fault);
  message_->setVisible(!fault.isEmpty() && !value_->isHidden());
}

profiles::Provenance FigureFields::provenanceNow(const UsualSource& usual) const {
  profiles::Provenance provenance;
  provenance.source = usual.source;
  if (const QString own = source_->text().trimmed(); !own.isEmpty()) {
    provenance.source = {own.toStdString(), url_.toStdString()};
  }
  provenance.confidence =
      confidence_->currentIndex() > 0
          ? static_cast<profiles::Confidence>(confidence_->currentData().toInt())
          : usual.confidence.value_or(profiles::Confidence::estimate);
  return provenance;
}

}  // namespace linecheck::ui
