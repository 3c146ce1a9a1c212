#include "canvas/chain_layout.h"

#include <QRectF>
#include <algorithm>
#include <numeric>

namespace linecheck::ui {
namespace {

constexpr qreal kStageGap = 112.0;
constexpr qreal kCardGap = 28.0;
constexpr qreal kPowerGap = 60.0;  // From the lowest card to the power points.
constexpr qreal kPowerRow = 88.0;  // From one row of those to the next.
constexpr qreal kPowerSpace = 24.0;
constexpr int kSweeps = 4;

using Indices = std::vector<std::size_t>;

/// The cables that lead forward, by card: those that would close a circle are left out.
class Stages {
 public:
  explicit Stages(const DeskView& view) : view_(view), out_(view.cards.size()) {
    for (std::size_t i = 0; i < view.cables.size(); ++i) {
      const DeskView::Cable& cable = view.cables[i];
      if (cable.from.card != cable.to.card) out_[source(i)].push_back(i);
    }
    state_.resize(view.cards.size());
    for (std::size_t card = 0; card < view.cards.size(); ++card) visit(card);
    number();
  }

  [[nodiscard]] const std::vector<int>& stages() const { return stages_; }
  [[nodiscard]] const Indices& forward() const { return forward_; }
  /// A cable that goes on upstream, to the computer's side of a device, is drawn from there.
  [[nodiscard]] std::size_t source(std::size_t cable) const {
    return isReversed(cable) ? view_.cables[cable].to.card : view_.cables[cable].from.card;
  }
  [[nodiscard]] std::size_t sink(std::size_t cable) const {
    return isReversed(cable) ? view_.cables[cable].from.card : view_.cables[cable].to.card;
  }

 private:
  enum class State { fresh, open, done };

  [[nodiscard]] bool isReversed(std::size_t cable) const {
    return view_.cables[cable].from.connector.side == card::Side::upstream &&
           view_.cables[cable].to.connector.side == card::Side::downstream;
  }

  void visit(std::size_t first) {
    if (state_[first] != State::fresh) return;
    std::vector<std::pair<std::size_t, std::size_t>> way{{first, 0}};
    state_[first] = State::open;
    while (!way.empty()) {
      auto& [card, next] = way.back();
      if (next == out_[card].size()) {
        state_[card] = State::done;
        order_.push_back(card);
        way.pop_back();
        continue;
      }
      const std::size_t cable = out_[card][next++];
      const std::size_t target = sink(cable);
      if (state_[target] == State::open) continue;
      forward_.push_back(cable);
      if (state_[target] == State::done) continue;
      state_[target] = State::open;
      way.emplace_back(target, 0);
    }
  }

  // The longest way from a source; then sources move up to what they feed.
  void number() {
    stages_.resize(view_.cards.size(), 0);
    std::reverse(order_.begin(), order_.end());
    Indices position(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) position[order_[i]] = i;
    std::sort(forward_.begin(), forward_.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(position[source(a)], a) < std::pair(position[source(b)], b);
    });
    std::vector<bool> isFed(view_.cards.size());
    for (const std::size_t cable : forward_) {
      isFed[sink(cable)] = true;
      stages_[sink(cable)] = std::max(stages_[sink(cable)], stages_[source(cable)] + 1);
    }
    std::vector<int> nearest(view_.cards.size(), 0);
    for (const std::size_t cable : forward_) {
      int& stage = nearest[source(cable)];
      stage = stage == 0 ? stages_[sink(cable)] : std::min(stage, stages_[sink(cable)]);
    }
    for (std::size_t card = 0; card < stages_.size(); ++card) {
      if (!isFed[card] && nearest[card] > 1) stages_[card] = nearest[card] - 1;
    }
  }

  const DeskView& view_;
  std::vector<Indices> out_;
  std::vector<State> state_;
  Indices order_;
  Indices forward_;
  std::vector<int> stages_;
};

qreal plugY(const DeskView::CableEnd& end) {
  return card::connectorY(end.connector.index);
}

/// Puts the cards of one column under each other, in the order of and as near as can be to where
/// they want to be.
void stack(const DeskView& view, Indices& column, const std::vector<qreal>& wanted,
           std::vector<QPointF>& places) {
  std::stable_sort(column.begin(), column.end(),
                   [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
  qreal shift = 0.0;
  qreal free = 0.0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    const std::size_t card = column[i];
    const qreal y = i == 0 ? wanted[card] : std::max(wanted[card], free);
    places[card].setY(y);
    shift += wanted[card] - y;
    free = y + card::size(view.cards[card].view).height() + kCardGap;
  }
  // Being pushed down by the ones above is shared by all.
  if (!column.empty()) shift /= static_cast<qreal>(column.size());
  for (const std::size_t card : column) places[card].ry() += shift;
}

void placeCards(const DeskView& view, const Stages& stages, std::vector<QPointF>& places) {
  const int last = stages.stages().empty()
                       ? -1
                       : *std::max_element(stages.stages().begin(), stages.stages().end());
  std::vector<Indices> columns(static_cast<std::size_t>(last + 1));
  for (std::size_t card = 0; card < view.cards.size(); ++card) {
    const auto stage = static_cast<std::size_t>(stages.stages()[card]);
    places[card].setX(static_cast<qreal>(stage) * (card::kWidth + kStageGap));
    columns[stage].push_back(card);
  }
  std::vector<qreal> wanted(view.cards.size(), 0.0);
  for (Indices& column : columns) {
    qreal y = 0.0;
    for (const std::size_t card : column) {
      wanted[card] = y;
      y += card::size(view.cards[card].view).height() + kCardGap;
    }
    stack(view, column, wanted, places);
  }
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    const bool isForward = sweep % 2 == 0;
    for (std::size_t n = 0; n < columns.size(); ++n) {
      Indices& column = columns[isForward ? n : columns.size() - 1 - n];
      for (const std::size_t card : column) wanted[card] = places[card].y();
      std::vector<std::pair<qreal, int>> sums(view.cards.size(), {0.0, 0});
      for (const std::size_t i : stages.forward()) {
        const DeskView::Cable& cable = view.cables[i];
        const bool isReversed = stages.source(i) != cable.from.card;
        const auto& source = isReversed ? cable.to : cable.from;
        const auto& sink = isReversed ? cable.from : cable.to;
        const auto& here = isForward ? sink : source;
        const auto& there = isForward ? source : sink;
        sums[here.card].first += places[there.card].y() + plugY(there) - plugY(here);
        ++sums[here.card].second;
      }
      for (const std::size_t card : column) {
        if (sums[card].second > 0) wanted[card] = sums[card].first / sums[card].second;
      }
      stack(view, column, wanted, places);
    }
  }
  qreal top = 0.0;
  for (std::size_t i = 0; i < places.size(); ++i)
    top = i == 0 ? places[i].y() : std::min(top, places[i].y());
  for (QPointF& place : places) place.setY(std::round(place.y() - top));
}

/// Cards without a place of their own make way for those that have one.
void respectChoices(const DeskView& view, std::vector<QPointF>& places) {
  std::vector<QRectF> taken;
  const auto area = [&](std::size_t card) {
    return QRectF(places[card], card::size(view.cards[card].view));
  };
  for (std::size_t card = 0; card < places.size(); ++card) {
    if (!view.cards[card].chosenPlace) continue;
    places[card] = *view.cards[card].chosenPlace;
    taken.push_back(area(card));
  }
  if (taken.empty()) return;
  Indices others;
  for (std::size_t card = 0; card < places.size(); ++card) {
    if (!view.cards[card].chosenPlace) others.push_back(card);
  }
  std::stable_sort(others.begin(), others.end(),
                   [&](std::size_t a, std::size_t b) { return places[a].y() < places[b].y(); });
  for (const std::size_t card : others) {
    for (bool isFree = false; !isFree;) {
      isFree = true;
      for (const QRectF& other : taken) {
        if (!other.intersects(area(card))) continue;
        places[card].setY(other.bottom() + kCardGap);
        isFree = false;
      }
    }
    taken.push_back(area(card));
  }
}

/// By power point: how many rows of power points hang on it. A circle counts once.
std::vector<int> powerRows(const DeskView& view) {
  std::vector<int> rows(view.powerPoints.size(), 0);
  for (std::size_t round = 0; round < rows.size(); ++round) {
    bool isChanged = false;
    for (const DeskView::PowerLead& lead : view.powerLeads) {
      if (lead.isToCard || rows[lead.from] > rows[lead.to]) continue;
      rows[lead.from] = rows[lead.to] + 1;
      isChanged = true;
    }
    if (!isChanged) break;
  }
  // Outlets share the wall.
  const int wall = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!view.powerPoints[i].hasInlet) rows[i] = wall;
  }
  return rows;
}

void placePower(const DeskView& view, ChainLayout& layout) {
  qreal bottom = 0.0;
  for (std::size_t i = 0; i < layout.cards.size(); ++i) {
    bottom = std::max(bottom, layout.cards[i].y() + card::size(view.cards[i].view).height());
  }
  const QSizeF size = powerPointSize();
  const std::vector<int> rows = powerRows(view);
  layout.powerPoints.resize(view.powerPoints.size());
  const int last = rows.empty() ? -1 : *std::max_element(rows.begin(), rows.end());
  for (int row = 0; row <= last; ++row) {
    Indices here;
    std::vector<qreal> wanted(rows.size(), 0.0);
    for (std::size_t point = 0; point < rows.size(); ++point) {
      if (rows[point] != row) continue;
      here.push_back(point);
      qreal sum = 0.0;
      int count = 0;
      for (const DeskView::PowerLead& lead : view.powerLeads) {
        if (lead.from != point) continue;
        sum += lead.isToCard ? layout.cards[lead.to].x() + card::kWidth / 2.0
                             : layout.powerPoints[lead.to].x() + size.width() / 2;
        ++count;
      }
      wanted[point] = count == 0 ? 0.0 : sum / count - size.width() / 2;
    }
    std::stable_sort(here.begin(), here.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    std::optional<qreal> free;
    for (const std::size_t point : here) {
      const qreal x = free ? std::max(*free, wanted[point]) : wanted[point];
      layout.powerPoints[point] = {std::round(x), bottom + kPowerGap + row * kPowerRow};
      free = x + size.width() + kPowerSpace;
    }
  }
}

}  // namespace

QSizeF powerPointSize() {
  return {168.0, 44.0};
}

ChainLayout layOut(const DeskView& view) {
  ChainLayout layout;
  const Stages stages(view);
  layout.stages = stages.stages();
  layout.cards.resize(view.cards.size());
  placeCards(view, stages, layout.cards);
  respectChoices(view, layout.cards);
  placePower(view, layout);
  return layout;
}

}  // namespace linecheck::ui
