#include "pages/details_panel.h"

#include <QApplication>
#include <QMetaObject>
#include <algorithm>

#include "pages/part_details.h"
#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

/// What the keyboard comes to, in its order.
QList<QWidget*> fieldsOf(const QWidget& form) {
  QList<QWidget*> fields = form.findChildren<QWidget*>();
  fields.removeIf([](const QWidget* child) {
    return !(child->focusPolicy() & Qt::TabFocus) || child->objectName().isEmpty();
  });
  return fields;
}

/// Names of the fields up to the one with the keyboard, that one first; none if it is elsewhere.
QStringList namesBackFromFocus(const QWidget& form) {
  QStringList names;
  const QWidget* now = QApplication::focusWidget();
  if (!now || !form.isAncestorOf(now)) return names;
  for (const QWidget* field : fieldsOf(form)) {
    names.prepend(field->objectName());
    if (field == now || field->isAncestorOf(now)) return names;
  }
  return {};
}

}  // namespace

DetailsPanel::DetailsPanel(ChainDocument& document, QWidget* parent)
    : QScrollArea(parent), document_(document) {
  setAccessibleName(tr("Details"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
  connect(&document_, &ChainDocument::changed, this, &DetailsPanel::fillLater);
  // The field goes back to what stands.
  connect(&document_, &ChainDocument::refused, this, &DetailsPanel::fillLater);
  fill();
}

void DetailsPanel::show(const std::string& part) {
  if (part == part_) return;
  part_ = part;
  fill();
}

void DetailsPanel::focusFirst() {
  if (isStale_) fill();
  const QList<QWidget*> fields = fieldsOf(*widget());
  if (!fields.isEmpty()) fields.first()->setFocus(Qt::ShortcutFocusReason);
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
  // Whoever was in a field goes on in its successor, or before it where it has none.
  const QStringList names = widget() ? namesBackFromFocus(*widget()) : QStringList();
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
  for (const QString& name : names) {
    auto* field = form->findChild<QWidget*>(name);
    if (!field) continue;
    field->setFocus(Qt::OtherFocusReason);
    return;
  }
}

}  // namespace linecheck::ui
