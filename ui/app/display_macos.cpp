#include "app/display.h"

namespace linecheck::ui {

bool hasDisplay() {
  return true;
}

}  // namespace linecheck::ui
