#include <QCoreApplication>
#include <algorithm>

#include "canvas/desk_view.h"
#include "pages/cable_end_details.h"
#include "pages/part_details.h"
#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

}  // namespace

void fillCable(DetailsForm& form, ChainDocument& document, const chain::Cable& cable) {
  using chain::CableKind;
  const chain::Desk& desk = document.desk();
  const auto set = [&document, id = cable.id](const std::function<void(chain::Cable&)>& how) {
    changeCable(document, id, how);
  };
  form.addTitle(Text::tr("Cable"), cableDescription(desk, cable));
  form.addNote(Text::tr("From %1\nto %2")
                   .arg(socketText(desk, cable.from.socket), socketText(desk, cable.to.socket)));
  static const std::vector<CableKind> kKinds{
      CableKind::analogue,  CableKind::headphone,  CableKind::loudspeaker, CableKind::usb,
      CableKind::coaxial75, CableKind::twisted110, CableKind::optical};
  QStringList kinds;
  for (const CableKind kind : kKinds) kinds << cableKindText(kind);
  const auto kind = std::find(kKinds.begin(), kKinds.end(), cable.kind) - kKinds.begin();
  form.addChoice(Text::tr("Made for"), kinds, static_cast<int>(kind), [set](int chosen) {
    set([&](chain::Cable& one) { one.kind = kKinds[static_cast<std::size_t>(chosen)]; });
  });
  form.addFigure(Text::tr("Length"),
                 cable.length ? std::optional(cable.length->value()) : std::nullopt,
                 {0.1, 100.0, 0.1, 1, QStringLiteral("m")}, [set](std::optional<double> metres) {
                   set([&](chain::Cable& one) {
                     one.length = metres ? std::optional(Metres::of(*metres)) : std::nullopt;
                   });
                 });
  if (cable.kind == CableKind::analogue) {
    form.addYesNo(Text::tr("Two cores in its shield"), cable.isBalanced,
                  [set](std::optional<bool> answer) {
                    set([&](chain::Cable& one) { one.isBalanced = answer; });
                  });
    form.addCheck(Text::tr("Star quad"), cable.isStarQuad,
                  [set](bool isOn) { set([&](chain::Cable& one) { one.isStarQuad = isOn; }); });
  }
  addCableEnd(form, document, cable, &chain::Cable::from);
  addCableEnd(form, document, cable, &chain::Cable::to);
  form.addSection(Text::tr("It lies beside"));
  for (const chain::Neighbour neighbour :
       {chain::Neighbour::graphicsCard, chain::Neighbour::powerCable,
        chain::Neighbour::plugInSupply}) {
    form.addCheck(neighbourText(neighbour), cable.beside.contains(neighbour),
                  [set, neighbour](bool isOn) {
                    set([&](chain::Cable& one) {
                      if (isOn) {
                        one.beside.insert(neighbour);
                      } else {
                        one.beside.erase(neighbour);
                      }
                    });
                  });
  }
}

}  // namespace linecheck::ui
