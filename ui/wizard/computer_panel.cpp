#include "wizard/computer_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "levels/desk_interface.h"
#include "setup/system_reading.h"
#include "setup/targets.h"
#include "text/reading.h"
#include "wizard/setup_model.h"
#include "wizard/system_watch.h"

namespace linecheck::ui {
namespace {

constexpr double kHalfStep = 0.005;

// "48 kHz", "44.1 kHz"
QString rateText(int hertz) {
  return QStringLiteral("%1\u202fkHz").arg(QLocale().toString(hertz / 1000.0, 'g', 6));
}

QString formatText(const system::Endpoint& endpoint) {
  QStringList parts;
  if (endpoint.isMuted) {
    parts << (*endpoint.isMuted ? ComputerPanel::tr("muted") : ComputerPanel::tr("not muted"));
  }
  if (endpoint.format && endpoint.format->sample) {
    const auto& sample = *endpoint.format->sample;
    parts << (sample.isFloat ? ComputerPanel::tr("%1 bit floating point").arg(sample.bits)
                             : ComputerPanel::tr("%1 bit").arg(sample.bits));
  }
  if (endpoint.format && endpoint.format->sampleRate > 0) {
    parts << rateText(endpoint.format->sampleRate);
  }
  if (endpoint.sharing) {
    parts << (*endpoint.sharing == system::Sharing::shared ? ComputerPanel::tr("shared")
                                                           : ComputerPanel::tr("exclusive"));
  }
  if (endpoint.hasEnhancements) {
    parts << (*endpoint.hasEnhancements ? ComputerPanel::tr("effects on")
                                        : ComputerPanel::tr("no effects"));
  }
  return parts.join(QStringLiteral(" · "));
}

// The rate of what makes sound of the numbers; 0 where the desk does not tell.
int rateOf(const chain::Desk& desk) {
  for (const chain::Device& device : desk.chain().devices) {
    const bool isSource = desk.kind(device.id) == profiles::Kind::computer;
    if (!isSource && device.format.sampleRate) {
      return static_cast<int>(std::lround(device.format.sampleRate->value()));
    }
  }
  return 0;
}

// The format as it should be; nothing where it is so, or cannot be told.
std::optional<system::Format> formatFor(const chain::Desk& desk, const system::Endpoint& endpoint) {
  if (!endpoint.format || !endpoint.format->sample) return std::nullopt;
  system::Format format = *endpoint.format;
  if (!format.sample->isFloat) {
    format.sample->bits = std::max(format.sample->bits, setup::kEnoughBits);
  }
  if (const int rate = rateOf(desk); rate > 0) format.sampleRate = rate;
  return format == *endpoint.format ? std::nullopt : std::optional(format);
}

QString shortText(const system::Format& format) {
  return ComputerPanel::tr("%1 bit, %2").arg(format.sample->bits).arg(rateText(format.sampleRate));
}

// The others have no way for programs; asked, they say where the user does it.
bool letsProgramsSetFormat(system::SoundServer::Kind kind) {
  return kind == system::SoundServer::Kind::pulseAudio ||
         kind == system::SoundServer::Kind::coreAudio;
}

}  // namespace

ComputerPanel::ComputerPanel(const Theme& theme, SystemWatch& watch, SetupModel& model,
                             QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      watch_(watch),
      model_(model),
      endpoints_(new QComboBox),
      volume_(new QLabel),
      about_(new QLabel),
      set_(new QPushButton),
      unmute_(new QPushButton(tr("Unmute"))),
      setFormat_(new QPushButton) {
  setAccessibleName(tr("What the system says"));
  endpoints_->setAccessibleName(tr("Output of the system"));
  endpoints_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  volume_->setFont(textFont(TextSize::verdict, QFont::DemiBold));
  volume_->setAccessibleName(tr("System volume"));
  about_->setWordWrap(true);
  about_->setForegroundRole(QPalette::PlaceholderText);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  row->addWidget(volume_, 1);
  for (auto* button : {unmute_, set_}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  setFormat_->setAutoDefault(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kNormal, space::kSnug, space::kNormal, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(endpoints_);
  column->addLayout(row);
  column->addWidget(about_);
  column->addWidget(setFormat_, 0, Qt::AlignLeft);
  connect(&watch_, &SystemWatch::changed, this, &ComputerPanel::fill);
  connect(&watch_, &SystemWatch::failed, this, &ComputerPanel::failed);
  connect(endpoints_, &QComboBox::activated, this, &ComputerPanel::refresh);
  connect(set_, &QPushButton::clicked, this, [this] {
    if (const auto at = endpoint()) watch_.setVolume(at->id, wanted());
  });
  connect(unmute_, &QPushButton::clicked, this, [this] {
    if (const auto at = endpoint()) watch_.setMuted(at->id, false);
  });
  connect(setFormat_, &QPushButton::clicked, this, [this] {
    const auto at = endpoint();
    const auto format = at ? formatFor(model_.desk(), *at) : std::nullopt;
    if (format) watch_.setFormat(at->id, *format);
  });
  fill();
}

void ComputerPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  watch_.readAgain();
}

double ComputerPanel::wanted() const {
  const auto& settings = watch_.settings();
  const bool isWindows = settings && settings->server.kind == system::SoundServer::Kind::windows;
  return setup::volumeTarget(isWindows ? std::optional(chain::OperatingSystem::windows)
                                       : std::nullopt);
}

std::optional<system::Endpoint> ComputerPanel::endpoint() const {
  if (!watch_.settings()) return std::nullopt;
  const std::string key = endpoints_->currentData().toString().toStdString();
  for (const system::Endpoint& one : watch_.settings()->endpoints) {
    if (one.id.direction == system::Direction::output && one.id.key == key) return one;
  }
  return std::nullopt;
}

// The one that was chosen stays.
void ComputerPanel::fill() {
  const QString was = endpoints_->currentData().toString();
  const QSignalBlocker quiet(endpoints_);
  endpoints_->clear();
  int likely = 0;
  if (watch_.settings()) {
    const auto choice = setup::outputOf(model_.desk(), watch_.settings()->endpoints);
    for (const system::Endpoint& one : watch_.settings()->endpoints) {
      if (one.id.direction != system::Direction::output) continue;
      const QString name = QString::fromStdString(one.name);
      if (&one == choice.output) likely = endpoints_->count();
      endpoints_->addItem(one.isDefault ? tr("%1 (default)").arg(name) : name,
                          QString::fromStdString(one.id.key));
    }
  }
  const int kept = was.isEmpty() ? -1 : endpoints_->findData(was);
  endpoints_->setCurrentIndex(kept >= 0 ? kept : likely);
  refresh();
}

void ComputerPanel::refresh() {
  const auto at = endpoint();
  endpoints_->setVisible(endpoints_->count() > 0);
  set_->setVisible(at && at->volume && std::abs(at->volume->position - wanted()) > kHalfStep);
  unmute_->setVisible(at && at->isMuted.value_or(false));
  volume_->setVisible(at.has_value());
  const auto format = at ? formatFor(model_.desk(), *at) : std::nullopt;
  setFormat_->setVisible(format.has_value());
  if (!at) {
    about_->setText(watch_.fault().isEmpty()
                        ? tr("The system has not told anything yet.")
                        : tr("%1 Tick below what you set yourself.").arg(watch_.fault()));
    return;
  }
  volume_->setText(at->volume ? tr("Volume %1").arg(percentReading(at->volume->position).text())
                              : tr("No volume control"));
  set_->setText(tr("Set to %1").arg(percentReading(wanted()).text()));
  const auto& server = watch_.settings()->server;
  if (format) {
    setFormat_->setText(letsProgramsSetFormat(server.kind)
                            ? tr("Set to %1").arg(shortText(*format))
                            : tr("How to set %1").arg(shortText(*format)));
  }
  QString about =
      tr("%1. By %2, as it is now.").arg(formatText(*at), QString::fromStdString(server.text()));
  if (at->volume && at->volume->position < wanted() - kHalfStep) {
    about += u' ' + tr("Turn the amplifier down before you raise it.");
  }
  about_->setText(about);
  updateGeometry();
  model_.take(setup::systemReadingOf(watch_.settings()->server, *at));
}

void ComputerPanel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(theme_[Role::line]);
  painter.setBrush(theme_[Role::card]);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                          space::kRadius);
}

}  // namespace linecheck::ui
