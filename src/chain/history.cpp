#include "chain/history.h"

#include <type_traits>
#include <utility>

namespace linecheck::chain {
namespace {

template <class T>
std::optional<Change> joined(const ValueChange<T>& first, const ValueChange<T>& second) {
  return ValueChange<T>{first.before, second.after};
}

template <class Part>
std::optional<Change> joined(const PartChange<Part>& first, const PartChange<Part>& second) {
  if (first.index != second.index || !first.after || first.after != second.before) {
    return std::nullopt;
  }
  return PartChange<Part>{first.index, first.before, second.after};
}

/// Both changes as one, if they change the same part.
std::optional<Change> joined(const Change& first, const Change& second) {
  return std::visit(
      [](const auto& a, const auto& b) -> std::optional<Change> {
        if constexpr (std::is_same_v<decltype(a), decltype(b)>) {
          return joined(a, b);
        } else {
          return std::nullopt;
        }
      },
      first, second);
}

bool changesNothing(const Change& change) {
  return std::visit([](const auto& kind) { return kind.before == kind.after; }, change);
}

}  // namespace

History::History(Chain chain) : chain_(std::move(chain)) {}

void History::apply(Edit edit) {
  if (edit.changes.empty()) return;
  chain::apply(chain_, edit);
  edits_.resize(done_);
  if (saved_ && *saved_ > done_) saved_.reset();
  edits_.push_back(std::move(edit));
  ++done_;
  mayMerge_ = true;
}

void History::applyMerged(Edit edit) {
  const Edit* last = nextUndo();
  const bool isSame = mayMerge_ && last && last->kind == edit.kind &&
                      last->subject == edit.subject && last->changes.size() == 1 &&
                      edit.changes.size() == 1;
  std::optional<Change> both =
      isSame ? joined(last->changes.front(), edit.changes.front()) : std::nullopt;
  if (!both) {
    apply(std::move(edit));
    return;
  }
  chain::apply(chain_, edit);
  if (changesNothing(*both)) {
    edits_.pop_back();
    --done_;
    mayMerge_ = false;  // The step before is another one.
  } else {
    edits_.back().changes.front() = std::move(*both);
  }
}

const Edit* History::nextUndo() const {
  return done_ > 0 ? &edits_[done_ - 1] : nullptr;
}

const Edit* History::nextRedo() const {
  return done_ < edits_.size() ? &edits_[done_] : nullptr;
}

bool History::undo() {
  const Edit* edit = nextUndo();
  if (!edit) return false;
  chain::apply(chain_, inverse(*edit));
  --done_;
  mayMerge_ = false;
  return true;
}

bool History::redo() {
  const Edit* edit = nextRedo();
  if (!edit) return false;
  chain::apply(chain_, *edit);
  ++done_;
  mayMerge_ = false;
  return true;
}

void History::markSaved() {
  saved_ = done_;
  mayMerge_ = false;
}

bool History::isSaved() const {
  return saved_ == done_;
}

}  // namespace linecheck::chain
