#include "app/welcome.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "theme/contrast.h"
#include "widgets/rail.h"

namespace linecheck::ui {
namespace {

constexpr int kDoorWidth = 260;
constexpr int kDoorHeight = 232;
constexpr qreal kIconScale = 2.2;

// A door: what lies behind it as a picture, a few words and a sentence.
class Door : public QAbstractButton {
 public:
  Door(const Theme& theme, Rail::Icon icon, const QString& name, const QString& about)
      : theme_(theme), icon_(icon), about_(about) {
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(about);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setMinimumSize(200, kDoorHeight);
    setMaximumSize(kDoorWidth, kDoorHeight);
  }

  [[nodiscard]] QSize sizeHint() const override { return {kDoorWidth, kDoorHeight}; }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = underMouse() || hasFocus();
    const QColor ground = theme_[Role::card];
    painter.setBrush(isLit ? mixed(ground, theme_[Role::line], 0.4) : ground);
    painter.setPen(QPen(theme_[isLit ? Role::accent : Role::line], isLit ? 2.0 : 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    painter.save();
    painter.translate(width() / 2.0, 64);
    painter.scale(kIconScale, kIconScale);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_[Role::accent], 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawRailIcon(painter, icon_, {});
    painter.restore();
    const QRectF room = QRectF(rect()).adjusted(space::kNormal, 116, -space::kNormal, -8);
    painter.setPen(theme_[Role::text]);
    painter.setFont(textFont(TextSize::heading, QFont::DemiBold));
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text());
    painter.setPen(theme_[Role::quietText]);
    painter.setFont(textFont(TextSize::body));
    painter.drawText(room.adjusted(0, 34, 0, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     about_);
  }

 private:
  const Theme& theme_;
  Rail::Icon icon_;
  QString about_;
};

}  // namespace

Welcome::Welcome(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setAccessibleName(tr("Where to begin"));
  auto* question = new QLabel(tr("What would you like to do?"));
  question->setFont(textFont(TextSize::verdict, QFont::DemiBold));
  question->setAlignment(Qt::AlignCenter);
  auto* doors = new QHBoxLayout;
  doors->setSpacing(space::kWide);
  doors->addStretch(1);
  const auto add = [&](Rail::Icon icon, Page page, const QString& name, const QString& about) {
    auto* door = new Door(theme_, icon, name, about);
    doors->addWidget(door);
    connect(door, &QAbstractButton::clicked, this, [this, page] { Q_EMIT chosen(page); });
    return door;
  };
  auto* first = add(Rail::Icon::setup, Page::setup, tr("Set up my chain"),
                    tr("Ten steps from the cables to the last volume, each checked as far as it "
                       "can be measured."));
  add(Rail::Icon::hum, Page::hum, tr("Find a hum"),
      tr("What hums, why, and one cheap step at a time until the link that brings it is named."));
  add(Rail::Icon::match, Page::match, tr("Match before I buy"),
      tr("Which output drives which headphones: loudness, reserve and noise before you pay."));
  doors->addStretch(1);
  auto* demo = new QPushButton(tr("Try the demo studio"));
  demo->setFlat(true);
  demo->setToolTip(tr("A simulated interface with faults to switch on. Nothing is played aloud."));
  connect(demo, &QPushButton::clicked, this, &Welcome::demoWanted);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kWide);
  column->setSpacing(space::kLoose);
  column->addStretch(2);
  column->addWidget(question);
  column->addLayout(doors);
  column->addWidget(demo, 0, Qt::AlignCenter);
  column->addStretch(3);
  setFocusProxy(first);
}

void Welcome::paintEvent(QPaintEvent* /*event*/) {
  QPainter(this).fillRect(rect(), theme_[Role::ground]);
}

}  // namespace linecheck::ui
