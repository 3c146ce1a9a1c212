#include "midi/midi_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "midi/remote_link.h"
#include "text/sentence_text.h"
#include "theme/style.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using midi::Action;

constexpr Action kActions[] = {Action::nextStep,  Action::skipStep,      Action::undoStep,
                               Action::startStop, Action::markA,         Action::markB,
                               Action::mute,      Action::stopEverything};
constexpr int kWidth = 520;

QLabel* wrapped(const QString& name) {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setAccessibleDescription(name);  // Its name is what it says.
  return label;
}

}  // namespace

MidiDialog::MidiDialog(RemoteLink& link, QWidget* parent)
    : QDialog(parent),
      link_(link),
      ports_(wrapped(tr("MIDI inputs"))),
      notice_(wrapped(tr("Notice"))),
      received_(wrapped(tr("Received last"))),
      replace_(new QPushButton(tr("Replace what is in its way"))),
      lights_(new QCheckBox(tr("&Light the pads"))) {
  setWindowTitle(tr("MIDI remote control"));
  setMinimumWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(space::kSnug);
  column->addWidget(ports_);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(space::kTight);
  grid->setVerticalSpacing(space::kTight);
  grid->setColumnStretch(1, 1);
  for (const Action action : kActions) addRow(grid, action);
  column->addLayout(grid);
  column->addWidget(lights_);
  column->addWidget(notice_);
  column->addWidget(replace_, 0, Qt::AlignLeft);
  received_->setForegroundRole(QPalette::PlaceholderText);
  received_->setText(tr("Nothing received yet."));
  column->addWidget(received_);
  column->addStretch(1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  connect(&link_, &RemoteLink::changed, this, &MidiDialog::refresh);
  connect(&link_, &RemoteLink::pressed, this, [this](Action action) {
    received_->setText(tr("Received: %1").arg(actionText(action)));
  });
  connect(replace_, &QPushButton::clicked, &link_, &RemoteLink::replace);
  connect(lights_, &QCheckBox::toggled, &link_, &RemoteLink::setLights);
  refresh();
}

MidiDialog::~MidiDialog() {
  if (link_.learning()) link_.stopLearning();
}

void MidiDialog::addRow(QGridLayout* grid, Action action) {
  Row row;
  const QString name = actionText(action);
  row.controls = wrapped(tr("Controls of: %1").arg(name));
  row.controls->setForegroundRole(QPalette::PlaceholderText);
  row.learn = new QPushButton;
  row.clear = new QPushButton(tr("Clear"));
  row.clear->setAccessibleName(tr("Clear: %1").arg(name));
  const int at = grid->rowCount();
  grid->addWidget(new QLabel(name), at, 0);
  grid->addWidget(row.controls, at, 1);
  grid->addWidget(row.learn, at, 2);
  grid->addWidget(row.clear, at, 3);
  for (auto* button : {row.learn, row.clear}) button->setAutoDefault(false);
  connect(row.learn, &QPushButton::clicked, this, [this, action] {
    if (link_.learning() == action) {
      link_.stopLearning();
    } else {
      link_.learn(action);
    }
  });
  connect(row.clear, &QPushButton::clicked, this, [this, action] { link_.clear(action); });
  rows_[action] = row;
}

QString MidiDialog::controlsOf(Action action) const {
  QStringList controls;
  for (const midi::Binding& binding : link_.setup().bindings.all()) {
    if (binding.action != action) continue;
    controls << tr("%1 of %2")
                    .arg(translated(midi::controlName(binding.trigger)),
                         QString::fromStdString(binding.port.name));
  }
  return controls.isEmpty() ? QStringLiteral("—") : controls.join(QStringLiteral(", "));
}

QString MidiDialog::portsText() const {
  QStringList names;
  for (const midi::Port& port : link_.ports().inputs) {
    const QString name = QString::fromStdString(port.id.name);
    names << (link_.isHeard(port.id) ? tr("%1 (listened to)").arg(name) : name);
  }
  if (!link_.hasSystem()) {
    return tr("There is no MIDI on this computer, so remote controls do not work. All else does.");
  }
  return names.isEmpty() ? tr("No MIDI device is there. Plug one in; it appears by itself.")
                         : tr("MIDI devices: %1").arg(names.join(QStringLiteral(", ")));
}

void MidiDialog::refresh() {
  ports_->setText(portsText());
  for (const auto& [action, row] : rows_) {
    const QString controls = controlsOf(action);
    const bool isLearning = link_.learning() == action;
    row.controls->setText(isLearning ? tr("Press a control…") : controls);
    row.learn->setText(isLearning ? tr("Cancel") : tr("Learn"));
    row.learn->setAccessibleName(isLearning ? tr("Cancel learning: %1").arg(actionText(action))
                                            : tr("Learn: %1").arg(actionText(action)));
    row.clear->setEnabled(controls != u"—");
  }
  notice_->setText(link_.notice());
  notice_->setVisible(!link_.notice().isEmpty());
  replace_->setVisible(link_.isConflict());
  const QSignalBlocker quiet(lights_);
  lights_->setChecked(link_.setup().hasLights);
}

}  // namespace linecheck::ui
