#pragma once

#include <cstddef>

#include "base/result.h"
#include "chain/situation.h"
#include "diagnosis/hunt.h"

namespace linecheck::diagnosis {

/// Whoever does what a hunt proposes, and listens.
class HuntPlayer {
 public:
  enum class Reply {
    done,
    skip,  ///< It can't be done.
    undo,  ///< The step before is taken back.
    stop,  ///< The hunt ends here.
  };

  HuntPlayer() = default;
  virtual ~HuntPlayer() = default;
  HuntPlayer(const HuntPlayer&) = delete;
  HuntPlayer& operator=(const HuntPlayer&) = delete;

  /// What was done for an earlier step is put back as it was.
  virtual void putBack(const Step& step) = 0;
  /// Does a step, or says that it can't be.
  [[nodiscard]] virtual Reply take(const ProposedStep& proposed) = 0;
  /// What is heard with the desk in this situation, after `step`; null at the beginning.
  [[nodiscard]] virtual Result<Diagnosis> hear(const chain::Situation& situation,
                                               const Step* step) = 0;
  /// Something was added to the hunt's entries, or taken from them.
  virtual void look(const Hunt& hunt) = 0;
};

/// Steps that were done and heard.
[[nodiscard]] std::size_t stepsDone(const Hunt& hunt);

/// Hunts from the first capture to the end: always what is most worth its while, after what changed
/// the sound before is put back. Ends early after `mostSteps` steps, or when the player stops. An
/// error is one of hearing.
[[nodiscard]] Result<void> runHunt(Hunt& hunt, HuntPlayer& player, std::size_t mostSteps);

}  // namespace linecheck::diagnosis
