#include "match/what_if_bar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <cmath>

#include "text/reading.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kAsGiven = -1;
constexpr int kRoomForFour = 760;
constexpr int kMostOhms = 120;
/// Volts RMS that are told apart, about a decibel from one to the next.
constexpr std::array kFeeds{0.3,  0.35, 0.4, 0.45, 0.5, 0.56, 0.63, 0.7, 0.8, 0.9, 1.0,
                            1.12, 1.25, 1.4, 1.6,  1.8, 2.0,  2.2,  2.5, 2.8, 3.2, 3.5,
                            4.0,  4.5,  5.0, 5.6,  6.3, 7.0,  8.0,  9.0, 10.0};

int placeOf(double volts) {
  const auto* const nearest = std::min_element(
      kFeeds.begin(), kFeeds.end(),
      [volts](double a, double b) { return std::abs(a - volts) < std::abs(b - volts); });
  return static_cast<int>(nearest - kFeeds.begin());
}

}  // namespace

WhatIfBar::WhatIfBar(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("What if"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kNormal, space::kTight, space::kSnug, space::kTight);
  row->setSpacing(space::kNormal);
  grid_ = new QGridLayout;
  grid_->setHorizontalSpacing(space::kNormal);
  grid_->setVerticalSpacing(space::kHair);
  row->addLayout(grid_, 1);
  peak_ = add(tr("Loudest peak"),
              tr("How loud the loudest peak must come without distortion. 115 dB is a good deal "
                 "for music with wide dynamics."),
              100, 125, 1);
  listening_ =
      add(tr("You listen at"), tr("How loud the music is on the whole; its peaks are 18 dB above."),
          60, 100, 1);
  impedance_ = add(tr("Output impedance"),
                   tr("What if every output had this impedance. At the left end each has its own."),
                   kAsGiven, kMostOhms, 1);
  feed_ =
      add(tr("Feed of amplifiers"),
          tr("What full scale gives at the input of a headphone amplifier. Most converters give "
             "about 2 V."),
          0, static_cast<int>(kFeeds.size()) - 1, 1);
  auto* back = new QToolButton;
  back->setText(tr("Reset"));
  back->setToolTip(tr("All four as they were at first."));
  back->setFocusPolicy(Qt::StrongFocus);
  row->addWidget(back, 0, Qt::AlignBottom);
  connect(back, &QToolButton::clicked, this, &WhatIfBar::reset);
  arrange(2);
  reset();
}

WhatIfBar::Slider WhatIfBar::add(const QString& name, const QString& about, int least, int most,
                                 int step) {
  auto* label = new QLabel(name);
  label->setFont(textFont(TextSize::caption));
  label->setForegroundRole(QPalette::PlaceholderText);
  auto* value = new QLabel;
  value->setFont(textFont(TextSize::body, QFont::DemiBold));
  value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* slider = new QSlider(Qt::Horizontal);
  slider->setAccessibleName(name);
  slider->setRange(least, most);
  slider->setSingleStep(step);
  slider->setPageStep(std::max(1, (most - least) / 10));
  slider->setToolTip(about);
  slider->setMinimumWidth(90);
  label->setBuddy(slider);
  auto* names = new QHBoxLayout;
  names->setSpacing(space::kHair);
  names->addWidget(label);
  names->addStretch();
  names->addWidget(value);
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(names);
  column->addWidget(slider);
  boxes_.push_back(box);
  grid_->addWidget(box, 0, grid_->columnCount());
  connect(slider, &QSlider::valueChanged, this, [this] {
    show();
    Q_EMIT changed();
  });
  return {slider, value};
}

// One row of four where there is room for it, else two of two.
void WhatIfBar::arrange(int columns) {
  if (columns == columns_) return;
  columns_ = columns;
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    const int place = static_cast<int>(i);
    grid_->addWidget(boxes_[i], place / columns, place % columns);
    grid_->setColumnStretch(place, place < columns ? 1 : 0);
  }
}

void WhatIfBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange(width() < kRoomForFour ? 2 : 4);
}

matching::Request WhatIfBar::request() const {
  matching::Request request;
  request.peak = DecibelsSpl::of(peak_.slider->value());
  request.listening = DecibelsSpl::of(listening_.slider->value());
  if (impedance_.slider->value() != kAsGiven) {
    request.sourceImpedance = Ohms::of(impedance_.slider->value());
  }
  request.feed = Volts::of(kFeeds[static_cast<std::size_t>(feed_.slider->value())]);
  return request;
}

void WhatIfBar::reset() {
  const matching::Request first;
  const bool isNews = !(request() == first);
  {
    const QSignalBlocker a(peak_.slider);
    const QSignalBlocker b(listening_.slider);
    const QSignalBlocker c(impedance_.slider);
    const QSignalBlocker d(feed_.slider);
    peak_.slider->setValue(static_cast<int>(first.peak.value()));
    listening_.slider->setValue(static_cast<int>(first.listening.value()));
    impedance_.slider->setValue(kAsGiven);
    feed_.slider->setValue(placeOf(first.feed.value()));
  }
  for (const Slider& one : {peak_, listening_, impedance_, feed_}) one.slider->update();
  show();
  if (isNews) Q_EMIT changed();
}

void WhatIfBar::show() {
  const matching::Request now = request();
  const auto say = [](const Slider& one, const QString& text) {
    one.value->setText(text);
    one.slider->setAccessibleDescription(text);
  };
  const auto spl = [](DecibelsSpl level) {
    return Reading{numberText(level.value(), 0), QStringLiteral("dB SPL")}.text();
  };
  say(peak_, spl(now.peak));
  say(listening_, spl(now.listening));
  say(impedance_,
      now.sourceImpedance
          ? Reading{numberText(now.sourceImpedance->value(), 0), QStringLiteral("Ω")}.text()
          : tr("as given"));
  say(feed_, voltsReading(now.feed, 2).text());
}

}  // namespace linecheck::ui
