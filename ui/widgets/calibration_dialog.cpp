#include "widgets/calibration_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "theme/style.h"
#include "theme/theme.h"

namespace linecheck::ui {

CalibrationDialog::CalibrationDialog(const std::optional<Calibration>& now, QWidget* parent)
    : QDialog(parent),
      known_(new QRadioButton(tr("0 dBFS at the input is"))),
      fullScale_(new QDoubleSpinBox) {
  setWindowTitle(tr("Calibration"));
  auto* why = new QLabel(
      tr("Which level at your interface's input reads full scale? Its data sheet calls it the "
         "maximum input level. It holds for one setting of the gain knob."));
  why->setWordWrap(true);
  why->setForegroundRole(QPalette::PlaceholderText);
  auto* unknown = new QRadioButton(tr("I do not know; read levels in dBFS"));
  fullScale_->setAccessibleName(tr("Full scale in dBu"));
  fullScale_->setRange(-60.0, 40.0);
  fullScale_->setDecimals(1);
  fullScale_->setSuffix(QStringLiteral("\u2009dBu"));
  fullScale_->setValue(now ? now->fullScale().value() : 20.0);
  known_->setChecked(now.has_value());
  unknown->setChecked(!now.has_value());
  // Whoever types a level knows it.
  connect(fullScale_, &QDoubleSpinBox::valueChanged, this, [this] { known_->setChecked(true); });

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Ok)->setProperty(Style::kPrimary, true);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Use this"));
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* level = new QHBoxLayout;
  level->addWidget(known_);
  level->addWidget(fullScale_);
  level->addStretch();
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kWide);
  all->setSpacing(space::kSnug);
  all->addWidget(why);
  all->addLayout(level);
  all->addWidget(unknown);
  all->addSpacing(space::kTight);
  all->addWidget(buttons);
  setMinimumWidth(420);
}

std::optional<Calibration> CalibrationDialog::calibration() const {
  if (!known_->isChecked()) return std::nullopt;
  return Calibration::withFullScaleAt(DecibelsU::of(fullScale_->value()));
}

}  // namespace linecheck::ui
