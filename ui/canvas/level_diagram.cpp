#include "canvas/level_diagram.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

#include "levels/main_path.h"
#include "text/chain_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using levels::Estimate;
using levels::Point;

constexpr qreal kTop = 40, kBottom = 14, kSide = 48;
constexpr qreal kNames = 108;  // Behind the heading.
constexpr qreal kReach = 40;   // How near to a point the pointer reads it.
constexpr double kGrid = 30.0;

std::optional<double> finite(const std::optional<DecibelsU>& level) {
  if (!level || !std::isfinite(level->value())) return std::nullopt;
  return level->value();
}

QString levelText(const Estimate<DecibelsU>& level) {
  if (!level.nominal) return QStringLiteral("—");
  const QString dbu = numberText(level.nominal->value(), 1) + QStringLiteral("\u2009dBu");
  const auto volts = levels::volts(level).nominal;
  return volts ? QStringLiteral("%1 (%2)").arg(dbu, voltsReading(*volts).text()) : dbu;
}

QString pathName(const chain::Desk& desk, const levels::Path& path) {
  return LevelDiagram::tr("%1 to %2")
      .arg(deviceName(desk, path.points.front().at.device),
           deviceName(desk, path.points.back().at.device));
}

QString limitText(Decibels margin, const QString& where) {
  constexpr double kShown = 0.05;  // Less than that rounds to nothing.
  if (margin.value() < -kShown) {
    return LevelDiagram::tr("Full scale clips at %1, by %2")
        .arg(where, decibelsReading(-margin).text());
  }
  if (margin.value() <= kShown) {
    return LevelDiagram::tr("Full scale just reaches the ceiling at %1").arg(where);
  }
  return LevelDiagram::tr("Full scale stays %2 below clipping at %1")
      .arg(where, decibelsReading(margin).text());
}

}  // namespace

LevelDiagram::LevelDiagram(const Theme& theme, ChainDocument& document, const ChainCanvas& canvas,
                           QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      document_(document),
      canvas_(canvas),
      paths_(new QComboBox(this)) {
  setFixedHeight(kHeight);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Levels along the chain"));
  paths_->move(static_cast<int>(kNames), 5);
  paths_->setAccessibleName(tr("Way through the desk"));
  paths_->setToolTip(paths_->accessibleName());
  paths_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  connect(paths_, &QComboBox::currentIndexChanged, this, [this] {
    choosePoint(std::nullopt);
    update();
  });
  connect(&document_, &ChainDocument::changed, this, &LevelDiagram::refresh);
  connect(&canvas_, &ChainCanvas::viewMoved, this, qOverload<>(&QWidget::update));
  refresh();
}

void LevelDiagram::refresh() {
  const QString before = paths_->currentText();
  plan_ = document_.levels();
  // A way on which everything is digital has no levels to show.
  std::erase_if(plan_.paths, [](const levels::Path& path) {
    return std::all_of(path.points.begin(), path.points.end(),
                       [](const Point& point) { return point.isDigital; });
  });
  const QSignalBlocker quiet(paths_);
  paths_->clear();
  for (const levels::Path& path : plan_.paths) {
    paths_->addItem(pathName(document_.desk(), path));
  }
  const int same = before.isEmpty() ? -1 : paths_->findText(before);
  const auto main = levels::mainPath(document_.desk(), plan_);
  paths_->setCurrentIndex(same >= 0 ? same : main ? static_cast<int>(*main) : -1);
  paths_->setVisible(paths_->count() > 1);
  paths_->adjustSize();
  choosePoint(std::nullopt);
  update();
}

const levels::Path* LevelDiagram::path() const {
  const int index = paths_->currentIndex();
  return index < 0 ? nullptr : &plan_.paths[static_cast<std::size_t>(index)];
}

QString LevelDiagram::reading(const Point& point) const {
  const QString where =
      socketText(document_.desk(), {point.at.device, point.at.port, std::nullopt});
  if (point.isDigital) return tr("%1: digital, the ceiling is 0 dBFS").arg(where);
  return tr("%1: ceiling %2, working level %3, noise %4")
      .arg(where, levelText(point.ceiling), levelText(point.working), levelText(point.noise));
}

QString LevelDiagram::lacking() const {
  levels::MissingSet missing;
  for (const Point& point : path()->points) {
    if (point.isDigital || point.working.nominal) continue;
    missing.insert(point.working.missing);
  }
  const chain::Desk& desk = document_.desk();
  QStringList settings, others;
  for (const levels::Missing& one : missing.items()) {
    const chain::DeviceId device(one.where.part);
    const auto* profile = desk.profile(device);
    const auto* control = profile ? profile->control(one.where.detail) : nullptr;
    if (one.gap == levels::Gap::setting && control) {
      settings
          << tr("%1 of %2").arg(QString::fromStdString(control->name), deviceName(desk, device));
    } else {
      others << deviceName(desk, device);
    }
  }
  others.removeDuplicates();
  if (!settings.isEmpty()) {
    return tr("Tell how these stand, and the levels appear: %1.")
        .arg(settings.join(QStringLiteral(", ")));
  }
  if (!others.isEmpty()) {
    return tr("The profiles of these lack figures that the levels need: %1.")
        .arg(others.join(QStringLiteral(", ")));
  }
  return {};
}

void LevelDiagram::choosePoint(std::optional<std::size_t> point) {
  point_ = point;
  const levels::Path* shown = path();
  setAccessibleDescription(!shown  ? tr("Nothing is connected that has levels.")
                           : point ? reading(shown->points[*point])
                                   : tr("The arrow keys read the levels from point to point."));
  update();
}

QRectF LevelDiagram::area() const {
  return QRectF(rect()).adjusted(kSide, kTop, -space::kNormal, -kBottom);
}

LevelDiagram::Range LevelDiagram::range() const {
  Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const Point& point : path()->points) {
    for (const auto* level : {&point.ceiling, &point.working, &point.noise, &point.peak}) {
      for (const auto& bound : {level->nominal, level->low, level->high}) {
        const auto value = finite(bound);
        if (!value) continue;
        range.low = std::min(range.low, *value);
        range.high = std::max(range.high, *value);
      }
    }
  }
  if (range.low > range.high) return {};
  range.low = std::floor((range.low - 5) / 10.0) * 10.0;
  range.high = std::ceil((range.high + 5) / 10.0) * 10.0;
  return range;
}

double LevelDiagram::yOf(double dbu, const Range& range) const {
  const QRectF box = area();
  return box.bottom() - (dbu - range.low) / (range.high - range.low) * box.height();
}

std::optional<double> LevelDiagram::xOf(const Point& point) const {
  const auto anchor = canvas_.drawing().anchorOf({point.at.device, point.at.port, std::nullopt});
  if (!anchor) return std::nullopt;
  const QPoint inView = canvas_.viewport()->mapTo(canvas_.window(), canvas_.mapFromScene(*anchor));
  return mapFrom(window(), inView).x();
}

void LevelDiagram::drawGrid(QPainter& painter, const Range& range) const {
  const QRectF box = area();
  painter.setFont(textFont(TextSize::caption));
  const auto last = static_cast<int>(std::floor(range.high / kGrid));
  for (auto line = static_cast<int>(std::ceil(range.low / kGrid)); line <= last; ++line) {
    const double level = line * kGrid;
    const qreal y = std::round(yOf(level, range)) + 0.5;
    painter.setPen(theme_[Role::line]);
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(
        QRectF(0, y - 8, kSide - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
        (level < 0 ? QStringLiteral("−") : QString()) + QString::number(std::abs(level), 'f', 0));
  }
}

void LevelDiagram::drawTrace(QPainter& painter, const Range& range, Role role, Qt::PenStyle style,
                             Estimate<DecibelsU> Point::*level) const {
  const QColor colour = theme_[role];
  QColor shade = colour;
  shade.setAlphaF(0.16F);
  // Only between points that follow each other is anything known.
  struct Stop {
    QPointF nominal, low, high;
    bool isKnown = false, isBand = false;
  };
  Stop last;
  for (const Point& point : path()->points) {
    Stop stop;
    const Estimate<DecibelsU>& here = point.*level;
    if (const auto x = xOf(point)) {
      const auto at = [&](const std::optional<DecibelsU>& bound) {
        return QPointF(*x, yOf(bound->value(), range));
      };
      stop.isKnown = finite(here.nominal).has_value();
      stop.isBand = finite(here.low) && finite(here.high) && here.low != here.high;
      if (stop.isKnown) stop.nominal = stop.low = stop.high = at(here.nominal);
      if (stop.isBand) {
        stop.low = at(here.low);
        stop.high = at(here.high);
      }
    }
    if ((stop.isBand && (last.isBand || last.isKnown)) || (last.isBand && stop.isKnown)) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(shade);
      painter.drawPolygon(QPolygonF{last.low, last.high, stop.high, stop.low});
    }
    if (stop.isKnown) {
      painter.setPen(QPen(colour, 2, style));
      if (last.isKnown) painter.drawLine(last.nominal, stop.nominal);
      painter.setPen(Qt::NoPen);
      painter.setBrush(colour);
      painter.drawEllipse(stop.nominal, 3, 3);
    }
    last = stop;
  }
}

void LevelDiagram::drawReading(QPainter& painter, const Range& range) const {
  const Point& point = path()->points[*point_];
  const auto x = xOf(point);
  if (!x) return;
  const QRectF box = area();
  painter.setPen(QPen(theme_[Role::accent], 1));
  painter.drawLine(QPointF(*x, box.top()), QPointF(*x, box.bottom()));
  for (const auto* level : {&point.ceiling, &point.working, &point.noise}) {
    if (const auto value = finite(level->nominal)) {
      painter.setBrush(theme_[Role::ground]);
      painter.setPen(QPen(theme_[Role::accent], 1.5));
      painter.drawEllipse(QPointF(*x, yOf(*value, range)), 4, 4);
    }
  }
}

void LevelDiagram::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_[Role::ground]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, 0, width(), 0);
  if (hasFocus()) {
    painter.setPen(QPen(theme_[Role::accent], 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), space::kRadius, space::kRadius);
  }
  painter.setFont(textFont(TextSize::body, QFont::DemiBold));
  painter.setPen(theme_[Role::text]);
  painter.drawText(QRectF(space::kNormal, 8, kNames, 24), Qt::AlignVCenter | Qt::AlignLeft,
                   tr("Levels, dBu"));
  const levels::Path* shown = path();
  painter.setFont(textFont(TextSize::caption));
  painter.setPen(theme_[Role::quietText]);
  if (!shown) {
    painter.drawText(rect(), Qt::AlignCenter,
                     tr("Connect devices, and the levels from one to the next appear here."));
    return;
  }
  const Range scale = range();
  drawGrid(painter, scale);
  painter.save();
  painter.setClipRect(area().adjusted(-6, -6, space::kNormal, kBottom));
  drawTrace(painter, scale, Role::bad, Qt::SolidLine, &Point::ceiling);
  drawTrace(painter, scale, Role::good, Qt::SolidLine, &Point::working);
  drawTrace(painter, scale, Role::quietText, Qt::SolidLine, &Point::noise);
  painter.restore();
  if (point_) drawReading(painter, scale);
  painter.setFont(textFont(TextSize::caption));
  painter.setPen(theme_[Role::quietText]);
  painter.drawText(area().adjusted(0, 0, 0, -4), Qt::AlignCenter | Qt::TextWordWrap, lacking());

  // Legend, or what is read, in the line over the drawing.
  qreal left = kNames;
  if (paths_->isVisible()) left = paths_->geometry().right() + space::kNormal;
  painter.setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter.font());
  if (point_) {
    painter.setPen(theme_[Role::text]);
    const QRectF room(left, 8, width() - left - space::kNormal, 24);
    painter.drawText(
        room, Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(reading(shown->points[*point_]), Qt::ElideRight, room.width()));
    return;
  }
  const std::pair<Role, QString> names[] = {{Role::bad, tr("ceiling")},
                                            {Role::good, tr("working level")},
                                            {Role::quietText, tr("noise floor")}};
  qreal least = left;
  for (const auto& [role, name] : names) least += 22 + metrics.horizontalAdvance(name);
  // In a narrow window they stand closer.
  const qreal gap = std::clamp((width() - least) / 3.0, 2.0, static_cast<qreal>(space::kNormal));
  for (const auto& [role, name] : names) {
    painter.setPen(QPen(theme_[role], 2));
    painter.drawLine(QPointF(left, 20), QPointF(left + 16, 20));
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(QPointF(left + 22, 20 + metrics.capHeight() / 2), name);
    left += 22 + metrics.horizontalAdvance(name) + gap;
  }
  const auto& limit = shown->firstLimit;
  if (!limit || !limit->margin.nominal) return;
  // In words, since it is what one looks for in the drawing.
  const Decibels margin = *limit->margin.nominal;
  const levels::Point& first = shown->points[limit->point];
  const QString where =
      socketText(document_.desk(), {first.at.device, first.at.port, std::nullopt});
  painter.setPen(theme_[margin.value() < -0.05 ? Role::bad : Role::quietText]);
  painter.drawText(QRectF(left, 8, width() - left - space::kNormal, 24),
                   Qt::AlignVCenter | Qt::AlignRight,
                   metrics.elidedText(limitText(margin, where), Qt::ElideRight,
                                      width() - left - space::kNormal));
}

void LevelDiagram::mouseMoveEvent(QMouseEvent* event) {
  const levels::Path* shown = path();
  if (!shown) return;
  std::optional<std::size_t> nearest;
  double least = kReach;
  for (std::size_t i = 0; i < shown->points.size(); ++i) {
    const auto x = xOf(shown->points[i]);
    if (!x || std::abs(*x - event->position().x()) >= least) continue;
    least = std::abs(*x - event->position().x());
    nearest = i;
  }
  if (nearest != point_) choosePoint(nearest);
}

void LevelDiagram::leaveEvent(QEvent* event) {
  if (!hasFocus()) choosePoint(std::nullopt);
  QWidget::leaveEvent(event);
}

void LevelDiagram::keyPressEvent(QKeyEvent* event) {
  const levels::Path* shown = path();
  const bool isOn = event->key() == Qt::Key_Right;
  if (!shown || (!isOn && event->key() != Qt::Key_Left)) {
    QWidget::keyPressEvent(event);
    return;
  }
  const std::size_t last = shown->points.size() - 1;
  if (!point_) {
    choosePoint(isOn ? 0 : last);
  } else {
    choosePoint(isOn ? std::min(*point_ + 1, last) : *point_ - std::min<std::size_t>(*point_, 1));
  }
}

}  // namespace linecheck::ui
