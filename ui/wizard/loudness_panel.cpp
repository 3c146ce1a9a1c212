#include "wizard/loudness_panel.h"

#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <cmath>

#include "wizard/setup_model.h"

namespace linecheck::ui {
namespace {

constexpr int kWidth = 140;

}  // namespace

LoudnessPanel::LoudnessPanel(SetupModel& model, QWidget* parent)
    : QWidget(parent), model_(model), level_(new QSpinBox) {
  setAccessibleName(tr("How loud you listen"));
  level_->setAccessibleName(tr("Listening level"));
  level_->setRange(50, 95);
  level_->setMinimumWidth(kWidth);
  level_->setSuffix(QStringLiteral(" dB SPL"));
  level_->setToolTip(
      tr("65 dB SPL is quiet work, 80 is as loud as ears take for 40 hours a week, 85 is how "
         "mixes are judged for a while."));
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
  form->addRow(tr("You &listen at"), level_);
  const auto show = [this] {
    const QSignalBlocker quiet(level_);
    level_->setValue(static_cast<int>(std::lround(model_.wishes().listening.value())));
  };
  connect(&model_, &SetupModel::changed, this, show);
  connect(level_, &QSpinBox::valueChanged, this, [this](int level) {
    setup::Wishes wishes = model_.wishes();
    wishes.listening = DecibelsSpl::of(level);
    model_.setWishes(wishes);
  });
  show();
}

}  // namespace linecheck::ui
