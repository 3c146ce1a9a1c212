#include "pages/details_panel.h"

#include <QApplication>
#include <QMetaObject>
#include <algorithm>

#include "pages/part_details.h"
#include "text/chain_text.h"

namespace linecheck::ui {

DetailsPanel::DetailsPanel(ChainDocument& document, QWidget* parent)
    : QScrollArea(parent), document_(document) {
  setAccessibleName(tr("Details"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
  connect(&document_, &ChainDocument::changed, this, &DetailsPanel::fillLater);
  fill();
}

void DetailsPanel::show(const std::string& part) {
  if (part == part_) return;
  part_ = part;
  fill();
}

void DetailsPanel::focusFirst() {
  if (isStale_) fill();
  for (QWidget* child : widget()->findChildren<QWidget*>()) {
    if ((child->focusPolicy() & Qt::TabFocus) && !child->objectName().isEmpty()) {
      child->setFocus(Qt::ShortcutFocusReason);
      return;
    }
  }
}

// Not at once: the field that made the change is still at work.
void DetailsPanel::fillLater() {
  if (isStale_) return;
  isStale_ = true;
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (isStale_) fill();
      },
      Qt::QueuedConnection);
}

void DetailsPanel::fill() {
  isStale_ = false;
  // Whoever was in a field goes on in its successor.
  QString focused;
  if (const QWidget* now = QApplication::focusWidget(); now && isAncestorOf(now)) {
    while (now != this && now->objectName().isEmpty()) now = now->parentWidget();
    focused = now->objectName();
  }
  auto* form = new DetailsForm;
  const chain::Desk& desk = document_.desk();
  const auto& leads = desk.chain().powerLeads;
  const auto lead = std::find_if(leads.begin(), leads.end(), [&](const chain::PowerLead& one) {
    return one.id.text() == part_;
  });
  if (const auto* device = desk.device(chain::DeviceId(part_))) {
    fillDevice(*form, document_, *device);
  } else if (const auto* cable = desk.cable(chain::CableId(part_))) {
    fillCable(*form, document_, *cable);
  } else if (const auto* point = desk.powerPoint(chain::PowerPointId(part_))) {
    fillPowerPoint(*form, document_, *point);
  } else if (lead != leads.end()) {
    fillPowerLead(*form, document_, *lead);
  } else {
    fillDesk(*form, document_);
  }
  setWidget(form);
  form->setAutoFillBackground(false);  // It lies on the panel.
  if (focused.isEmpty()) return;
  if (auto* field = form->findChild<QWidget*>(focused)) field->setFocus(Qt::OtherFocusReason);
}

}  // namespace linecheck::ui
