#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "chain/chain.h"
#include "chain/edit.h"

namespace linecheck::chain {

/// A chain being edited, with the way back and forth.
class History {
 public:
  explicit History(Chain chain = {});

  [[nodiscard]] const Chain& chain() const { return chain_; }

  /// Does an edit that was made for the present chain; what could be redone is gone. One without
  /// changes is no step.
  void apply(Edit edit);
  /// Does the same, but as one step with the edit before if both are of one kind about one
  /// subject that change the same part, and nothing was undone or saved between: a knob being
  /// turned, a card being dragged. If that leads back to where it began, the step is gone.
  void applyMerged(Edit edit);

  /// The edit that `undo` takes back; null if there is none.
  [[nodiscard]] const Edit* nextUndo() const;
  [[nodiscard]] const Edit* nextRedo() const;
  /// False if there is nothing to do.
  bool undo();
  bool redo();

  void markSaved();
  /// Whether the chain is as it was when last marked saved (or begun).
  [[nodiscard]] bool isSaved() const;

 private:
  Chain chain_;
  std::vector<Edit> edits_;
  std::size_t done_ = 0;                  ///< Edits before this one are done, the others undone.
  std::optional<std::size_t> saved_ = 0;  ///< Empty once that state cannot be reached.
  bool mayMerge_ = false;                 ///< Whether the last thing that happened was an edit.
};

}  // namespace linecheck::chain
