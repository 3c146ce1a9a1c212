#include "levels/level_match_dialog.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "levels/harness_picture.h"
#include "measure/listeners.h"
#include "text/levels_text.h"

namespace linecheck::ui {
namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 620;
constexpr int kPictureHeight = 170;

QLabel* body(const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  return label;
}

}  // namespace

LevelMatchDialog::LevelMatchDialog(const Theme& theme, Session& session,
                                   const ChainDocument& document, QWidget* parent)
    : QDialog(parent),
      pane_(new LevelMatchPane(theme, session, document)),
      picture_(new HarnessPicture(theme)),
      place_(body(tr("The meter's microphone goes to the earpad for A, and to where your head is "
                     "when you listen for B."))) {
  setWindowTitle(tr("Match levels"));
  setMinimumWidth(kWidth);
  picture_->setAccessibleName(tr("Where the meter stands"));
  picture_->setMaximumHeight(kPictureHeight);
  picture_->show({measure::Harness::soundLevelMeter, {}, {}, {}, {}, {}});

  auto* sheet = new QWidget;
  auto* parts = new QVBoxLayout(sheet);
  parts->setSpacing(space::kSnug);
  parts->addWidget(
      body(tr("A is the headphones, B the monitors. Both play the interface's output, and a switch "
              "selects which you hear: set it to the side that you play.")));
  parts->addWidget(place_);
  parts->addWidget(picture_, 1);
  parts->addWidget(body(measureWord(measure::listeningWarning(measure::Harness::soundLevelMeter))));
  parts->addWidget(pane_);
  // For screens that are lower than all of it.
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(windowTitle());
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(sheet);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, space::kTight);
  rows->addWidget(scroll, 1);
  auto* buttons = new QDialogButtonBox;
  buttons->setContentsMargins(space::kTight, 0, space::kTight, 0);
  // Enter in a field of readings must not close.
  auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::ActionRole);
  close->setAutoDefault(false);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  rows->addWidget(buttons);
  resize(kWidth, kHeight);

  connect(this, &QDialog::finished, pane_, &LevelMatchPane::stop);
  connect(pane_, &LevelMatchPane::wayChanged, this, [this] {
    // An ear needs no meter.
    picture_->setVisible(!isByEar());
    place_->setVisible(!isByEar());
  });
}

void LevelMatchDialog::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && noise().isPlaying()) return pane_->stop();
  QDialog::keyPressEvent(event);
}

}  // namespace linecheck::ui
