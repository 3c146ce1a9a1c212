#include "pages/connect_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "chain/signals.h"
#include "document/new_cable.h"
#include "text/chain_text.h"
#include "theme/style.h"
#include "theme/theme.h"

namespace linecheck::ui {

ConnectDialog::ConnectDialog(ChainDocument& document, const std::string& device, QWidget* parent)
    : QDialog(parent),
      document_(document),
      from_(new QComboBox),
      to_(new QComboBox),
      hint_(new QLabel) {
  setWindowTitle(tr("Connect"));
  from_->setAccessibleName(tr("From socket"));
  to_->setAccessibleName(tr("To socket"));
  hint_->setWordWrap(true);
  hint_->setForegroundRole(QPalette::PlaceholderText);
  const chain::Desk& desk = document_.desk();
  int first = -1;
  for (const chain::Device& one : desk.chain().devices) {
    const profiles::Profile* profile = desk.profile(one.id);
    if (!profile) continue;
    for (const profiles::Port& port : profile->ports) {
      if (!chain::carriesAudio(port)) continue;
      if (first < 0 && one.id.text() == device) first = from_->count();
      sources_.push_back({one.id, port.id, {}});
      from_->addItem(socketText(desk, sources_.back()));
    }
  }
  if (first >= 0) from_->setCurrentIndex(first);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  connect_ = buttons->button(QDialogButtonBox::Ok);
  connect_->setText(tr("Connect"));
  connect_->setProperty(Style::kPrimary, true);
  connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::plugIn);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* rows = new QFormLayout;
  rows->setVerticalSpacing(space::kTight);
  rows->addRow(tr("&From"), from_);
  rows->addRow(tr("&To"), to_);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kWide);
  all->setSpacing(space::kNormal);
  all->addLayout(rows);
  all->addWidget(hint_);
  all->addWidget(buttons);
  setMinimumWidth(460);
  connect(from_, &QComboBox::currentIndexChanged, this, &ConnectDialog::fillTargets);
  fillTargets();
}

void ConnectDialog::fillTargets() {
  to_->clear();
  targets_.clear();
  const int index = from_->currentIndex();
  if (index >= 0) {
    targets_ = fittingTargets(document_.desk(), sources_[static_cast<std::size_t>(index)]);
  }
  for (const chain::Socket& target : targets_) to_->addItem(socketText(document_.desk(), target));
  const bool isPossible = !targets_.empty();
  to_->setEnabled(isPossible);
  connect_->setEnabled(isPossible);
  hint_->setText(isPossible ? QString() : tr("Nothing on the desk that is free fits this socket."));
  hint_->setVisible(!isPossible);
}

void ConnectDialog::plugIn() {
  const int from = from_->currentIndex();
  const int to = to_->currentIndex();
  if (from < 0 || to < 0) return;
  const bool isDone =
      document_.apply(join(document_.desk(), sources_[static_cast<std::size_t>(from)],
                           targets_[static_cast<std::size_t>(to)]));
  if (isDone) accept();
}

}  // namespace linecheck::ui
