#pragma once

#include <optional>
#include <vector>

#include "app/session.h"
#include "chain/desk.h"
#include "chain/situation.h"

namespace linecheck::ui {

/// Lets the simulated studio stand on the user's desk while a hunt goes on: its fault is somewhere
/// there, and what a step does is heard. Does nothing with real interfaces.
class StudioScene {
 public:
  /// The session outlives it.
  explicit StudioScene(Session& session) : session_(session) {}
  ~StudioScene() { takeAway(); }
  StudioScene(const StudioScene&) = delete;
  StudioScene& operator=(const StudioScene&) = delete;

  /// The studio's first fault that makes noise is planted at the desk. Nothing if it has none, or
  /// it cannot be there. True if it is heard from the session's next stream on, which is asked
  /// for. `lookup` outlives the scene.
  [[nodiscard]] bool begin(const chain::Chain& chain, const chain::ProfileLookup& lookup);
  void apply(const chain::Situation& situation);
  void applyBaseline();
  /// The studio is as before.
  void end();

 private:
  bool takeAway();

  Session& session_;
  std::optional<simulation::Fault> planted_;
};

}  // namespace linecheck::ui
