#include "pages/cable_end_details.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "canvas/card_from_profile.h"

namespace linecheck::ui {
namespace {

using chain::Adapter;
using chain::Cable;
using chain::CableEnd;
using chain::Pin3;
using profiles::Connector;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

/// One end as it is now, whatever was changed since its rows were made.
struct End {
  ChainDocument& document;
  chain::CableId cable;
  CableEnd Cable::*side;

  void change(const std::function<void(CableEnd&)>& how) const {
    changeCable(document, cable, [&](Cable& one) { how(one.*side); });
  }
  void changeAdapter(std::size_t index, const std::function<void(Adapter&)>& how) const {
    change([&](CableEnd& end) {
      if (index < end.adapters.size()) how(end.adapters[index]);
    });
  }
};

/// What is on audio cables and adapters; a combo socket has no plug of its own.
constexpr std::array kPlugs{
    Connector::jack35Trs, Connector::jack35Trrs, Connector::jack635Ts,   Connector::jack635Trs,
    Connector::rca,       Connector::xlr3,       Connector::xlr4,        Connector::pentaconn44,
    Connector::usbA,      Connector::usbB,       Connector::usbC,        Connector::toslink,
    Connector::bnc,       Connector::speakon,    Connector::bindingPost,
};

/// `otherwise` is what it says where no connector is told.
void addConnector(DetailsForm& form, const QString& label, const QString& otherwise,
                  std::optional<Connector> stands,
                  std::function<void(std::optional<Connector>)> changed) {
  std::vector<Connector> listed(kPlugs.begin(), kPlugs.end());
  if (stands && std::count(listed.begin(), listed.end(), *stands) == 0) listed.push_back(*stands);
  QStringList choices{otherwise};
  int index = 0;
  for (const Connector connector : listed) {
    if (stands == connector) index = static_cast<int>(choices.size());
    choices << (connector == Connector::unknown ? Text::tr("not told") : connectorText(connector));
  }
  form.addChoice(label, choices, index, [listed, changed = std::move(changed)](int chosen) {
    changed(chosen == 0 ? std::nullopt
                        : std::optional(listed[static_cast<std::size_t>(chosen - 1)]));
  });
}

/// Which sockets of a pair it is in.
void addSockets(DetailsForm& form, const End& end, const chain::Socket& socket) {
  const profiles::Port* port = end.document.desk().port(socket);
  if (!port || port->sockets < 2) return;
  QStringList choices{Text::tr("all %1").arg(port->sockets)};
  for (int i = 0; i < port->sockets; ++i) {
    choices << (port->sockets == 2 ? (i == 0 ? Text::tr("left") : Text::tr("right"))
                                   : QString::number(i + 1));
  }
  form.addChoice(Text::tr("Sockets"), choices, socket.index ? *socket.index + 1 : 0,
                 [end](int chosen) {
                   end.change([&](CableEnd& one) {
                     one.socket.index = chosen == 0 ? std::nullopt : std::optional(chosen - 1);
                   });
                 });
}

/// Its far side goes into the device, its near side onto what the cable has so far.
Adapter nextAdapter(const chain::Desk& desk, const CableEnd& end) {
  Adapter adapter;
  adapter.from =
      end.adapters.empty() ? end.plug.value_or(Connector::unknown) : end.adapters.back().to;
  const profiles::Port* port = desk.port(end.socket);
  if (port && std::count(kPlugs.begin(), kPlugs.end(), port->connector) > 0) {
    adapter.to = port->connector;
  }
  return adapter;
}

void addAdapter(DetailsForm& form, const End& end, std::size_t index, const Adapter& adapter) {
  const QString name = index == 0 ? Text::tr("Adapter") : Text::tr("Adapter %1").arg(index + 1);
  const auto side = [&](const QString& label, Connector Adapter::*which) {
    const Connector stands = adapter.*which;
    addConnector(form, label, Text::tr("not told"),
                 stands == Connector::unknown ? std::nullopt : std::optional(stands),
                 [end, index, which](std::optional<Connector> chosen) {
                   end.changeAdapter(index, [&](Adapter& one) {
                     one.*which = chosen.value_or(Connector::unknown);
                     if (one.to != Connector::xlr3) one.pin3 = Pin3::unknown;
                   });
                 });
  };
  side(Text::tr("%1 from").arg(name), &Adapter::from);
  side(Text::tr("%1 to").arg(name), &Adapter::to);
  if (adapter.to == Connector::xlr3) {
    form.addChoice(Text::tr("%1, XLR pin 3").arg(name),
                   {Text::tr("not told"), Text::tr("grounded"), Text::tr("left open")},
                   static_cast<int>(adapter.pin3), [end, index](int chosen) {
                     end.changeAdapter(index,
                                       [&](Adapter& one) { one.pin3 = static_cast<Pin3>(chosen); });
                   });
  }
  form.addButton(Text::tr("Remove %1").arg(name.toLower()), [end, index] {
    end.change([&](CableEnd& one) {
      if (index >= one.adapters.size()) return;
      one.adapters.erase(one.adapters.begin() + static_cast<std::ptrdiff_t>(index));
    });
  });
}

}  // namespace

void changeCable(ChainDocument& document, const chain::CableId& id,
                 const std::function<void(chain::Cable&)>& how) {
  const Cable* now = document.desk().cable(id);
  if (!now) return;
  Cable changed = *now;
  how(changed);
  document.apply(chain::changeCable(document.desk(), changed));
}

void addCableEnd(DetailsForm& form, ChainDocument& document, const Cable& cable,
                 CableEnd Cable::*side) {
  const End end{document, cable.id, side};
  const CableEnd& now = cable.*side;
  form.addGroup(side == &Cable::from ? Text::tr("Where it leaves") : Text::tr("Where it enters"));
  addSockets(form, end, now.socket);
  addConnector(form, Text::tr("Plug"), Text::tr("what fits"), now.plug,
               [end](std::optional<Connector> chosen) {
                 end.change([&](CableEnd& one) { one.plug = chosen; });
               });
  for (std::size_t i = 0; i < now.adapters.size(); ++i) addAdapter(form, end, i, now.adapters[i]);
  form.addButton(Text::tr("Add adapter"), [end] {
    end.change(
        [&](CableEnd& one) { one.adapters.push_back(nextAdapter(end.document.desk(), one)); });
  });
  if (cable.kind == chain::CableKind::analogue || cable.kind == chain::CableKind::twisted110) {
    form.addCheck(Text::tr("Shield joined"), now.isShieldJoined, [end](bool isOn) {
      end.change([&](CableEnd& one) { one.isShieldJoined = isOn; });
    });
  }
}

}  // namespace linecheck::ui
