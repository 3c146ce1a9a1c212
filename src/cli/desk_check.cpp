#include "cli/desk_check.h"

#include "chain/power_order.h"
#include "levels/main_path.h"
#include "rules/rules.h"

namespace linecheck::cli {

DeskCheck checkDesk(const chain::Desk& desk, DecibelsSpl listening) {
  DeskCheck check;
  check.grounds = chain::planGrounds(desk);
  check.findings = rules::check({desk, check.grounds});
  check.levels = levels::planLevels(desk);
  check.mainPath = levels::mainPath(desk, check.levels);
  if (check.mainPath) {
    levels::Listening wanted;
    wanted.level = listening;
    check.recommended = levels::recommend(desk, check.levels.paths[*check.mainPath], wanted);
  }
  check.powerUp = chain::powerUpOrder(desk);
  check.liveControls = chain::liveControls(chain::listeningEnds(desk));
  return check;
}

}  // namespace linecheck::cli
