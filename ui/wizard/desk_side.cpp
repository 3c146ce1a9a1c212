#include "wizard/desk_side.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <vector>

#include "canvas/chain_canvas.h"
#include "pages/details_panel.h"
#include "text/chain_text.h"
#include "text/setup_text.h"
#include "widgets/tone_icon.h"
#include "wizard/close_up.h"
#include "wizard/setup_model.h"

namespace linecheck::ui {
namespace {

constexpr int kSignSize = 48;        // Pixels.
constexpr int kDetailsHeight = 250;  // At most.
constexpr int kRoomForBoth = 440;    // Below this, details take the drawing's place.
constexpr int kLeastDrawing = 110;   // A lower one shows nothing.

// What the drawing shows large: where the item is, both ends of a cable, and what a device is
// joined to; nothing for all of it.
std::vector<std::string> partsAround(const chain::Desk& desk, const setup::Item& item) {
  if (item.step() == setup::StepId::desk) return {};
  std::vector<std::string> parts;
  for (const chain::Place& place : item.where) {
    if (place.part.empty()) return {};
    parts.push_back(place.part);
    if (const auto* cable = desk.cable(chain::CableId(place.part))) {
      parts.push_back(cable->from.socket.device.text());
      parts.push_back(cable->to.socket.device.text());
    }
    for (const auto& end : desk.attached(chain::DeviceId(place.part))) {
      parts.push_back(end.far->socket.device.text());
    }
    if (item.step() != setup::StepId::power) continue;
    for (const auto* lead : desk.feeds(chain::DeviceId(place.part))) {
      parts.push_back(lead->from.text());
    }
  }
  return parts;
}

// What a large sign is about: "Gain of L30 II", or the device.
QString signCaption(const chain::Desk& desk, const setup::Item& item) {
  if (item.where.empty()) return {};
  const chain::Place place = item.target ? item.target->control : item.where.front();
  const chain::DeviceId device(place.part);
  if (desk.device(device) == nullptr) return {};
  QString name = QString::fromStdString(desk.name(device));
  const auto* profile = desk.profile(device);
  const auto* control = profile != nullptr ? profile->control(place.detail) : nullptr;
  if (control != nullptr) {
    return DeskSide::tr("%1 of %2").arg(QString::fromStdString(control->name), name);
  }
  if (item.kind == setup::ItemKind::supply) return DeskSide::tr("Adapter of %1").arg(name);
  return name;
}

QLabel* centred(const QFont& font) {
  auto* label = new QLabel;
  label->setFont(font);
  label->setWordWrap(true);
  label->setAlignment(Qt::AlignCenter);
  return label;
}

}  // namespace

DeskSide::DeskSide(const Theme& theme, ChainDocument& document, SetupModel& model, QWidget* parent)
    : QWidget(parent),
      document_(document),
      model_(model),
      sign_(new QLabel),
      caption_(centred(textFont(TextSize::body))),
      closeUp_(new CloseUp(theme)),
      empty_(centred(textFont(TextSize::heading))),
      canvas_(new ChainCanvas(theme, document)),
      detailsBox_(new QWidget),
      detailsName_(new QLabel),
      details_(new DetailsPanel(document)) {
  QFont large = textFont(TextSize::verdict, QFont::DemiBold);
  large.setPixelSize(kSignSize);
  sign_->setFont(large);
  sign_->setAlignment(Qt::AlignCenter);
  sign_->setContentsMargins(space::kNormal, space::kTight, space::kNormal, 0);
  for (auto* quiet : {caption_, empty_}) quiet->setForegroundRole(QPalette::PlaceholderText);
  empty_->setContentsMargins(space::kNormal, space::kWide, space::kNormal, 0);
  empty_->setText(tr("Your desk is drawn here. Put the computer on it first."));
  canvas_->setMinimumSize(240, 80);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(sign_);
  column->addWidget(caption_);
  column->addWidget(closeUp_);
  column->addWidget(empty_);
  column->addWidget(canvas_, 1);
  buildDetails();
  column->addWidget(detailsBox_);
  connect(canvas_, &ChainCanvas::profileDropped, this,
          [this](const QString& profile) { Q_EMIT profileDropped(profile); });
  connect(canvas_, &ChainCanvas::detailsWanted, this, [this] { tell(canvas_->selected()); });
}

void DeskSide::buildDetails() {
  auto* box = new QVBoxLayout(detailsBox_);
  box->setContentsMargins(space::kNormal, space::kTight, space::kTight, space::kTight);
  box->setSpacing(space::kHair);
  auto* head = new QHBoxLayout;
  detailsName_->setFont(textFont(TextSize::body, QFont::DemiBold));
  detailsName_->setWordWrap(true);
  head->addWidget(detailsName_, 1);
  auto* close = new QPushButton(tr("Close"));
  close->setAccessibleName(tr("Close the details"));
  close->setAutoDefault(false);
  head->addWidget(close);
  box->addLayout(head);
  box->addWidget(details_, 1);
  detailsBox_->hide();
  connect(close, &QPushButton::clicked, this, &DeskSide::closeDetails);
}

QSize DeskSide::minimumSizeHint() const {
  return {320, kLeastDrawing};
}

void DeskSide::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void DeskSide::refresh() {
  const auto* item = model_.current();
  const bool isHere =
      item != nullptr &&
      std::any_of(item->item.where.begin(), item->item.where.end(),
                  [this](const chain::Place& place) { return place.part == told_; });
  if (!isHere && told_ != canvas_->selected()) told_.clear();
  light();
  showSign();
  showDetails();
  arrange();
}

void DeskSide::light() {
  std::map<std::string, Role> lit;
  std::vector<std::string> around;
  const auto* item = model_.current();
  if (item != nullptr) {
    const Role role = item->state == setup::State::wrong  ? roleOf(toneOf(*item))
                      : item->state == setup::State::done ? Role::good
                                                          : Role::accent;
    for (const chain::Place& place : item->item.where) {
      if (!place.part.empty()) lit[place.part] = role;
    }
    for (const chain::Place& place : item->suspects) {
      if (!place.part.empty()) lit.emplace(place.part, Role::attention);
    }
    around = partsAround(document_.desk(), item->item);
  }
  canvas_->light(lit);
  canvas_->frame(around);
}

void DeskSide::showSign() {
  const auto* item = model_.current();
  const auto& desk = document_.desk();
  CloseUpView view;
  if (item != nullptr) view = closeUpOf(desk, model_.step(), *item, model_.readings());
  if (auto* dial = std::get_if<DialCloseUp>(&view)) dial->isTold = !item->item.large.empty();
  closeUp_->show(std::move(view));
  const bool isSwitch = std::holds_alternative<SwitchCloseUp>(closeUp_->view());
  // The switch itself says it already.
  sign_->setText(item != nullptr && !isSwitch ? QString::fromStdString(item->item.large)
                                              : QString());
  const bool isNamed =
      !sign_->text().isEmpty() || isSwitch || std::holds_alternative<DialCloseUp>(closeUp_->view());
  caption_->setText(isNamed ? signCaption(desk, item->item) : QString());
  caption_->setContentsMargins(0, sign_->text().isEmpty() ? space::kSnug : 0, 0, space::kTight);
}

void DeskSide::showDetails() {
  const bool isTelling = !told_.empty() && document_.chain().hasPart(told_);
  if (!isTelling) told_.clear();
  if (!isTelling) return;
  details_->show(told_);
  detailsName_->setText(partText(document_.desk(), told_));
}

// From the top on, as much as there is room for; the drawing gets what is left.
void DeskSide::arrange() {
  const bool isEmpty = document_.chain().devices.empty();
  const bool isTelling = !told_.empty();
  const bool isRoomForBoth = height() >= kRoomForBoth;
  const bool isPicture = !isEmpty && (!isTelling || isRoomForBoth);
  const bool hasSign = isPicture && !sign_->text().isEmpty();
  const bool hasCaption = isPicture && !caption_->text().isEmpty();
  int room = height();
  if (hasSign) room -= sign_->sizeHint().height();
  if (hasCaption) room -= caption_->heightForWidth(width());
  const int tall = closeUp_->sizeHint().height();
  const int forDetails = isTelling ? std::min(kDetailsHeight, height() / 2) : 0;
  const bool hasCloseUp = isPicture && !closeUp_->isEmpty() && room - forDetails >= tall;
  if (hasCloseUp) room -= tall;
  sign_->setVisible(hasSign);
  caption_->setVisible(hasCaption);
  closeUp_->setVisible(hasCloseUp);
  empty_->setVisible(isEmpty);
  const bool isLow = room - forDetails < kLeastDrawing && (hasSign || hasCloseUp || isTelling);
  canvas_->setVisible(isEmpty || (isPicture && !isLow));
  detailsBox_->setMaximumHeight(isRoomForBoth ? forDetails : QWIDGETSIZE_MAX);
  detailsBox_->setMinimumHeight(isRoomForBoth ? forDetails : 0);
  detailsBox_->setVisible(isTelling);
}

void DeskSide::tell(const std::string& part) {
  told_ = part;
  showDetails();
  arrange();
  Q_EMIT detailsOpened();
  details_->focusFirst();
}

void DeskSide::closeDetails() {
  told_.clear();
  arrange();
  Q_EMIT detailsClosed();
}

}  // namespace linecheck::ui
