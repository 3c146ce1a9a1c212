#include "profiles/spec_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "base/number_text.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using Reference = profiles::Sensitivity::Reference;

QString remarksText(const std::vector<profiles::SpecRemark>& remarks) {
  QStringList lines;
  for (const profiles::SpecRemark& remark : remarks) {
    lines << QStringLiteral("“%1”: %2")
                 .arg(QString::fromStdString(remark.text), QString::fromStdString(remark.what));
  }
  return lines.join(u'\n');
}

std::optional<Ohms> nominal(const std::optional<profiles::Written>& impedance) {
  if (!impedance || !impedance->value) return std::nullopt;
  return Ohms::of(*impedance->value * (impedance->unit == "kohm" ? 1000.0 : 1.0));
}

}  // namespace

SpecBox::SpecBox(QWidget* parent)
    : QWidget(parent),
      line_(new QLineEdit),
      answer_(new QLabel),
      choice_(new QWidget),
      perMilliwatt_(new QPushButton),
      perVolt_(new QPushButton) {
  line_->setAccessibleName(tr("Line of figures"));
  line_->setObjectName(QStringLiteral("spec"));
  line_->setPlaceholderText(tr("Paste figures, such as 300 Ω, 97 dB/mW"));
  line_->setTextMargins(space::kHair, 0, 0, 0);
  line_->setClearButtonEnabled(true);
  auto* fill = new QPushButton(tr("&Fill in"));
  fill->setObjectName(QStringLiteral("fill"));
  fill->setAutoDefault(false);
  answer_->setWordWrap(true);
  answer_->setFont(textFont(TextSize::caption));
  answer_->setForegroundRole(QPalette::PlaceholderText);
  answer_->setObjectName(QStringLiteral("answer"));
  perMilliwatt_->setObjectName(QStringLiteral("per mW"));
  perVolt_->setObjectName(QStringLiteral("per V"));
  for (QPushButton* button : {perMilliwatt_, perVolt_}) button->setAutoDefault(false);

  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  row->addWidget(line_, 1);
  row->addWidget(fill);
  auto* choices = new QHBoxLayout(choice_);
  choices->setContentsMargins(0, 0, 0, 0);
  choices->setSpacing(space::kTight);
  choices->addWidget(perMilliwatt_);
  choices->addWidget(perVolt_);
  choices->addStretch();
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(space::kHair);
  all->addLayout(row);
  all->addWidget(answer_);
  all->addWidget(choice_);
  answer_->hide();
  choice_->hide();
  connect(line_, &QLineEdit::returnPressed, this, &SpecBox::read);
  connect(fill, &QPushButton::clicked, this, &SpecBox::read);
  connect(perMilliwatt_, &QPushButton::clicked, this, [this] { take(Reference::milliwatt); });
  connect(perVolt_, &QPushButton::clicked, this, [this] { take(Reference::volt); });
}

void SpecBox::say(const QString& text) {
  answer_->setText(text);
  answer_->setVisible(!text.isEmpty());
}

void SpecBox::read() {
  choice_->hide();
  read_ = profiles::parseSpecLine(line_->text().toStdString());
  if (!read_.faults.empty()) return say(remarksText(read_.faults));
  if (read_.isEmpty()) return say(tr("There is no figure in this line."));
  if (read_.needsReference()) return offer();
  finish();
}

void SpecBox::offer() {
  say(tr("The line does not say what its sensitivity is for. Look it up: one is not the other."));
  for (const auto& reading :
       profiles::sensitivityReadings(read_.sensitivity->level, nominal(read_.impedance))) {
    const bool isVolt = reading.reference == Reference::volt;
    QString text = QString::fromStdString(profiles::toText(reading.written));
    if (reading.inOtherUnit) {
      text = tr("%1, so %2")
                 .arg(text, QString::fromStdString(numberText(reading.inOtherUnit->value(), 1,
                                                              isVolt ? "dB/mW" : "dB/V")));
    }
    (isVolt ? perVolt_ : perMilliwatt_)->setText(text);
  }
  choice_->show();
  perMilliwatt_->setFocus();
}

void SpecBox::take(Reference reference) {
  read_.sensitivity->reference = reference;
  choice_->hide();
  finish();
}

void SpecBox::finish() {
  say(read_.unused.empty() ? tr("Filled in below.")
                           : tr("Filled in below. Left out:") + u'\n' + remarksText(read_.unused));
  Q_EMIT understood(read_);
}

}  // namespace linecheck::ui
