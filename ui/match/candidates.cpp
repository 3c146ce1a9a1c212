#include "match/candidates.h"

#include <algorithm>
#include <numeric>

namespace linecheck::ui {
namespace {

constexpr std::size_t kFirstPicks = 3;

}  // namespace

Candidates::Candidates(const profiles::Library& library, QObject* parent)
    : QObject(parent), library_(&library) {
  collect();
  work();
}

void Candidates::collect() {
  outputs_.clear();
  sources_.clear();
  for (const auto& entry : library_->entries()) {
    for (matching::Output& output : matching::outputsOf(entry.profile)) {
      outputs_.push_back(std::move(output));
      sources_.push_back(&entry.profile);
    }
  }
}

void Candidates::useLibrary(const profiles::Library& library) {
  std::vector<matching::Output> picked;
  for (const std::size_t pick : picks_) picked.push_back(outputs_[pick]);
  library_ = &library;
  headphones_ = nullptr;
  collect();
  picks_.clear();
  for (const matching::Output& before : picked) {
    const auto same = std::ranges::find_if(outputs_, [&](const matching::Output& output) {
      return output.profile == before.profile && output.port == before.port;
    });
    if (same != outputs_.end()) {
      picks_.push_back(static_cast<std::size_t>(same - outputs_.begin()));
    }
  }
  work();
  Q_EMIT outputsChanged();
  Q_EMIT changed();
  Q_EMIT picksChanged();
}

void Candidates::setLoad(std::optional<matching::Load> load, const profiles::Profile* profile) {
  load_ = std::move(load);
  headphones_ = profile;
  work();
  if (!arePicksUsers_) {
    picks_.assign(ranking_.begin(),
                  ranking_.begin() + static_cast<std::ptrdiff_t>(
                                         load_ ? std::min(kFirstPicks, ranking_.size()) : 0));
  }
  Q_EMIT changed();
  if (!arePicksUsers_) Q_EMIT picksChanged();
}

void Candidates::setRequest(const matching::Request& request) {
  if (request == request_) return;
  request_ = request;
  work();
  Q_EMIT changed();
}

bool Candidates::pick(std::size_t output, bool isPicked) {
  const auto place = std::find(picks_.begin(), picks_.end(), output);
  if (isPicked == (place != picks_.end())) return true;
  if (isPicked && picks_.size() >= kMostPicks) return false;
  arePicksUsers_ = true;
  if (isPicked) {
    picks_.push_back(output);
  } else {
    picks_.erase(place);
  }
  Q_EMIT picksChanged();
  return true;
}

void Candidates::work() {
  ranking_.resize(outputs_.size());
  std::iota(ranking_.begin(), ranking_.end(), std::size_t{0});
  matches_.clear();
  if (!load_) return;
  matches_ = matching::matchAll(outputs_, std::span(&*load_, 1), request_);
  std::stable_sort(ranking_.begin(), ranking_.end(), [this](std::size_t a, std::size_t b) {
    return matching::better(matches_[a], matches_[b]);
  });
}

std::optional<std::size_t> Candidates::best() const {
  if (matches_.empty() || ranking_.empty()) return std::nullopt;
  return ranking_.front();
}

std::optional<std::size_t> Candidates::placeOf(std::size_t output) const {
  const auto place = std::find(picks_.begin(), picks_.end(), output);
  if (place == picks_.end()) return std::nullopt;
  return static_cast<std::size_t>(place - picks_.begin());
}

QString Candidates::markOf(std::size_t place) {
  return QString(QChar(static_cast<char16_t>(u'A' + place)));
}

matching::Evidence Candidates::evidence(std::size_t output, matching::Figure figure) const {
  return matching::sourcesOf(figure, sources_[output], outputs_[output].port, headphones_);
}

}  // namespace linecheck::ui
