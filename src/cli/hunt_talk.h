#pragma once

#include <optional>

#include "audio/backend.h"
#include "cli/command.h"
#include "diagnosis/automatic_hunt.h"

namespace linecheck::cli {

/// A hunt with somebody at the terminal: says what to do, waits, and listens through a device.
class HuntTalk : public diagnosis::HuntPlayer {
 public:
  /// All outlive it; `session.input` is not null. `stream` has an input only.
  HuntTalk(const Session& session, const chain::Desk& desk, audio::Backend& backend,
           audio::StreamConfig stream, const measure::AnalysisOptions& analysis);

  void putBack(const diagnosis::Step& step) override;
  /// Enter is done, s skips, u undoes, q or the end of input stops.
  [[nodiscard]] Reply take(const diagnosis::ProposedStep& proposed) override;
  /// `measurementInvalid` if the capture is; `cancelled` by Ctrl-C.
  [[nodiscard]] Result<diagnosis::Diagnosis> hear(const chain::Situation& situation,
                                                  const diagnosis::Step* step) override;
  void look(const diagnosis::Hunt& /*hunt*/) override {}

 private:
  [[nodiscard]] Result<diagnosis::Diagnosis> listen(Seconds seconds) const;

  const Session& session_;
  const chain::Desk& desk_;
  audio::Backend& backend_;
  audio::StreamConfig stream_;
  measure::AnalysisOptions analysis_;
  std::optional<diagnosis::Evidence> baseline_;
};

}  // namespace linecheck::cli
