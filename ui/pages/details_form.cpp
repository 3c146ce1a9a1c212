#include "pages/details_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QWheelEvent>
#include <array>

#include "theme/theme.h"

namespace linecheck::ui {
namespace {

// The wheel is for scrolling the panel, not for changing what lies under the pointer by the way.
template <class Field>
class Calm : public Field {
 public:
  using Field::Field;

 protected:
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace

DetailsForm::DetailsForm(QWidget* parent) : QWidget(parent), rows_(new QFormLayout(this)) {
  rows_->setContentsMargins(space::kNormal, space::kSnug, space::kSnug, space::kSnug);
  rows_->setHorizontalSpacing(space::kSnug);
  rows_->setVerticalSpacing(space::kTight);
  rows_->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  rows_->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

QString DetailsForm::fullName(const QString& label) const {
  return group_.isEmpty() ? label : tr("%1: %2").arg(group_, label);
}

void DetailsForm::setName(QWidget* field, const QString& label) {
  field->setAccessibleName(fullName(label));
  field->setObjectName(fullName(label));
}

void DetailsForm::addRow(const QString& label, QWidget* field) {
  setName(field, label);
  field->setMinimumWidth(110);
  auto* name = new QLabel(label);
  name->setForegroundRole(QPalette::PlaceholderText);
  name->setBuddy(field);
  rows_->addRow(name, field);
}

void DetailsForm::addTitle(const QString& title, const QString& caption) {
  auto* heading = new QLabel(title);
  heading->setFont(textFont(TextSize::heading, QFont::DemiBold));
  heading->setWordWrap(true);
  rows_->addRow(heading);
  if (!caption.isEmpty()) addNote(caption);
}

void DetailsForm::addSection(const QString& text) {
  group_.clear();
  auto* label = new QLabel(text);
  label->setFont(textFont(TextSize::body, QFont::DemiBold));
  label->setContentsMargins(0, space::kTight, 0, 0);
  rows_->addRow(label);
}

void DetailsForm::addGroup(const QString& title) {
  addSection(title);
  group_ = title;
}

void DetailsForm::addNote(const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setForegroundRole(QPalette::PlaceholderText);
  rows_->addRow(label);
}

void DetailsForm::addText(const QString& label, const QString& text,
                          std::function<void(QString)> changed) {
  auto* field = new QLineEdit(text);
  field->setTextMargins(space::kHair, 0, 0, 0);
  connect(field, &QLineEdit::editingFinished, this, [field, text, changed = std::move(changed)] {
    if (field->text() != text) changed(field->text());
  });
  addRow(label, field);
}

void DetailsForm::addChoice(const QString& label, const QStringList& choices, int stands,
                            std::function<void(int)> changed) {
  auto* field = new Calm<QComboBox>;
  field->addItems(choices);
  field->setCurrentIndex(stands);
  field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  field->setMinimumContentsLength(8);
  connect(field, &QComboBox::activated, this, [stands, changed = std::move(changed)](int index) {
    if (index != stands) changed(index);
  });
  addRow(label, field);
}

void DetailsForm::addYesNo(const QString& label, std::optional<bool> stands,
                           std::function<void(std::optional<bool>)> changed) {
  static constexpr std::array<std::optional<bool>, 3> kAnswers{std::nullopt, true, false};
  const int index = !stands ? 0 : *stands ? 1 : 2;
  addChoice(label, {tr("not told"), tr("yes"), tr("no")}, index,
            [changed = std::move(changed)](int answer) {
              changed(kAnswers[static_cast<std::size_t>(answer)]);
            });
}

void DetailsForm::addCheck(const QString& label, bool isOn, std::function<void(bool)> changed) {
  auto* field = new QCheckBox(label);
  setName(field, label);
  field->setChecked(isOn);
  connect(field, &QCheckBox::clicked, this, std::move(changed));
  rows_->addRow(field);
}

void DetailsForm::addFigure(const QString& label, std::optional<double> value, const Scale& scale,
                            std::function<void(std::optional<double>)> changed) {
  auto* field = new Calm<QDoubleSpinBox>;
  // The value below the least stands for "nobody knows".
  const double unknown = scale.least - scale.step;
  field->setButtonSymbols(QAbstractSpinBox::NoButtons);
  field->setDecimals(scale.decimals);
  field->setRange(unknown, scale.most);
  field->setSingleStep(scale.step);
  field->setSpecialValueText(tr("not told"));
  if (!scale.unit.isEmpty()) field->setSuffix(QStringLiteral("\u2009") + scale.unit);
  field->setValue(value.value_or(unknown));
  // It is what screen readers come to.
  auto* digits = field->findChild<QLineEdit*>();
  digits->setAccessibleName(fullName(label));
  digits->setTextMargins(space::kHair, 0, 0, 0);
  field->setKeyboardTracking(false);
  connect(field, &QDoubleSpinBox::valueChanged, this,
          [least = scale.least, step = scale.step, changed = std::move(changed)](double figure) {
            changed(figure < least - step / 2 ? std::nullopt : std::optional(figure));
          });
  addRow(label, field);
}

void DetailsForm::addButton(const QString& text, std::function<void()> pressed) {
  auto* button = new QPushButton(text);
  setName(button, text);
  connect(button, &QPushButton::clicked, this, std::move(pressed));
  rows_->addRow(button);
}

}  // namespace linecheck::ui
