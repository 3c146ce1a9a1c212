#include "levels/harness_pane.h"

#include <QLabel>
#include <QVBoxLayout>

#include "text/levels_text.h"
#include "theme/theme.h"

namespace linecheck::ui {

HarnessPane::HarnessPane(const Theme& theme, QWidget* parent)
    : QWidget(parent), heading_(new QLabel), picture_(new HarnessPicture(theme)) {
  heading_->setFont(textFont(TextSize::caption, QFont::DemiBold));
  heading_->setForegroundRole(QPalette::PlaceholderText);
  heading_->setWordWrap(true);
  picture_->setAccessibleName(tr("Cables"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kHair);
  column->addWidget(heading_);
  column->addWidget(picture_, 1);
}

void HarnessPane::show(measure::Harness harness, std::size_t step, std::size_t steps,
                       const QString& resistor) {
  heading_->setText(steps > 1 ? tr("Cables, step %1 of %2").arg(step + 1).arg(steps)
                              : tr("Cables"));
  view_.harness = harness;
  view_.resistor = resistor;
  picture_->show(view_);
}

void HarnessPane::setInterface(const HarnessDevice& device) {
  view_.output = device;
  view_.input = device;
  view_.underTest = device;
  picture_->show(view_);
}

}  // namespace linecheck::ui
