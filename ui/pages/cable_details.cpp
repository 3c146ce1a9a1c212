#include <QCoreApplication>
#include <algorithm>

#include "canvas/desk_view.h"
#include "pages/part_details.h"
#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

using Change = std::function<void(chain::Cable&)>;

void change(ChainDocument& document, const chain::CableId& id, const Change& how) {
  const chain::Cable* now = document.desk().cable(id);
  if (!now) return;
  chain::Cable changed = *now;
  how(changed);
  document.apply(chain::changeCable(document.desk(), changed));
}

/// Which sockets of a pair one end is in.
void addSockets(DetailsForm& form, ChainDocument& document, const chain::Cable& cable,
                const QString& label, chain::CableEnd chain::Cable::*end) {
  const chain::Socket& socket = (cable.*end).socket;
  const profiles::Port* port = document.desk().port(socket);
  if (!port || port->sockets < 2) return;
  QStringList choices{Text::tr("all %1").arg(port->sockets)};
  for (int i = 0; i < port->sockets; ++i) {
    choices << (port->sockets == 2 ? (i == 0 ? Text::tr("left") : Text::tr("right"))
                                   : QString::number(i + 1));
  }
  form.addChoice(label, choices, socket.index ? *socket.index + 1 : 0,
                 [&document, id = cable.id, end](int chosen) {
                   change(document, id, [&](chain::Cable& one) {
                     (one.*end).socket.index =
                         chosen == 0 ? std::nullopt : std::optional(chosen - 1);
                   });
                 });
}

void addShield(DetailsForm& form, ChainDocument& document, const chain::Cable& cable,
               const QString& label, chain::CableEnd chain::Cable::*end) {
  form.addCheck(label, (cable.*end).isShieldJoined, [&document, id = cable.id, end](bool isOn) {
    change(document, id, [&](chain::Cable& one) { (one.*end).isShieldJoined = isOn; });
  });
}

}  // namespace

void fillCable(DetailsForm& form, ChainDocument& document, const chain::Cable& cable) {
  using chain::CableKind;
  const chain::Desk& desk = document.desk();
  const auto set = [&document, id = cable.id](const Change& how) { change(document, id, how); };
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
  addSockets(form, document, cable, Text::tr("Sockets it leaves"), &chain::Cable::from);
  addSockets(form, document, cable, Text::tr("Sockets it enters"), &chain::Cable::to);
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
  if (cable.kind == CableKind::analogue || cable.kind == CableKind::twisted110) {
    addShield(form, document, cable, Text::tr("Shield joined where it leaves"),
              &chain::Cable::from);
    addShield(form, document, cable, Text::tr("Shield joined where it enters"), &chain::Cable::to);
  }
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
