#include "text/headphones_text.h"

#include <QCoreApplication>

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Headphones)
};

}  // namespace

QString driverText(profiles::Driver driver) {
  switch (driver) {
    case profiles::Driver::unknown:
      return Text::tr("not known");
    case profiles::Driver::dynamic:
      return Text::tr("dynamic");
    case profiles::Driver::planar:
      return Text::tr("planar");
    case profiles::Driver::balancedArmature:
      return Text::tr("balanced armature");
    case profiles::Driver::electrostatic:
      return Text::tr("electrostatic");
    case profiles::Driver::airMotion:
      return Text::tr("air motion");
    case profiles::Driver::hybrid:
      return Text::tr("hybrid");
  }
  return {};
}

QString backText(profiles::Back back) {
  switch (back) {
    case profiles::Back::open:
      return Text::tr("open");
    case profiles::Back::semiOpen:
      return Text::tr("semi-open");
    case profiles::Back::closed:
      return Text::tr("closed");
    case profiles::Back::inEar:
      return Text::tr("in-ear");
  }
  return {};
}

}  // namespace linecheck::ui
