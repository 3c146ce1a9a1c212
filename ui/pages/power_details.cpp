#include <QCoreApplication>
#include <algorithm>

#include "pages/part_details.h"
#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

using Change = std::function<void(chain::PowerPoint&)>;

void change(ChainDocument& document, const chain::PowerPointId& id, const Change& how) {
  const chain::PowerPoint* now = document.desk().powerPoint(id);
  if (!now) return;
  chain::PowerPoint changed = *now;
  how(changed);
  document.apply(chain::changePowerPoint(document.desk(), changed));
}

void addFeed(DetailsForm& form, ChainDocument& document, const chain::PowerPoint& point) {
  const chain::Desk& desk = document.desk();
  std::vector<chain::PowerPointId> others;
  QStringList choices{Text::tr("not told")};
  int index = 0;
  const chain::PowerPoint* upstream = desk.upstream(point.id);
  for (const chain::PowerPoint& other : desk.chain().powerPoints) {
    if (other.id == point.id) continue;
    if (upstream && upstream->id == other.id) index = static_cast<int>(choices.size());
    others.push_back(other.id);
    choices << powerPointName(other);
  }
  form.addChoice(Text::tr("Plugged into"), choices, index,
                 [&document, id = point.id, others](int chosen) {
                   const chain::Desk& now = document.desk();
                   if (chosen > 0) {
                     chain::PowerLead lead;
                     lead.from = others[static_cast<std::size_t>(chosen - 1)];
                     lead.to = id;
                     document.apply(chain::feed(now, lead));
                     return;
                   }
                   for (const chain::PowerLead& lead : now.chain().powerLeads) {
                     const auto* to = std::get_if<chain::PowerPointId>(&lead.to);
                     if (!to || *to != id) continue;
                     document.apply(chain::unplug(now, lead.id));
                     return;
                   }
                 });
}

void addUps(DetailsForm& form, ChainDocument& document, const chain::PowerPoint& point) {
  using chain::UpsTopology;
  using chain::UpsWaveform;
  const auto set = [&document, id = point.id](const std::function<void(chain::Ups&)>& how) {
    change(document, id, [&](chain::PowerPoint& one) { how(one.ups); });
  };
  form.addSection(Text::tr("UPS"));
  form.addChoice(
      Text::tr("How it works"),
      {Text::tr("not told"), Text::tr("standby"), Text::tr("line-interactive"), Text::tr("online")},
      point.ups.topology ? static_cast<int>(*point.ups.topology) + 1 : 0, [set](int chosen) {
        set([&](chain::Ups& one) {
          one.topology =
              chosen == 0 ? std::nullopt : std::optional(static_cast<UpsTopology>(chosen - 1));
        });
      });
  form.addChoice(
      Text::tr("On battery it gives"),
      {Text::tr("not told"), Text::tr("a sine"), Text::tr("steps")},
      point.ups.waveform ? static_cast<int>(*point.ups.waveform) + 1 : 0, [set](int chosen) {
        set([&](chain::Ups& one) {
          one.waveform =
              chosen == 0 ? std::nullopt : std::optional(static_cast<UpsWaveform>(chosen - 1));
        });
      });
  form.addFigure(
      Text::tr("Apparent power"),
      point.ups.apparentPower ? std::optional(point.ups.apparentPower->value()) : std::nullopt,
      {10.0, 20000.0, 10.0, 0, QStringLiteral("VA")}, [set](std::optional<double> figure) {
        set([&](chain::Ups& one) {
          one.apparentPower = figure ? std::optional(VoltAmperes::of(*figure)) : std::nullopt;
        });
      });
  form.addFigure(
      Text::tr("Power"), point.ups.power ? std::optional(point.ups.power->value()) : std::nullopt,
      {10.0, 20000.0, 10.0, 0, QStringLiteral("W")}, [set](std::optional<double> figure) {
        set([&](chain::Ups& one) {
          one.power = figure ? std::optional(Watts::of(*figure)) : std::nullopt;
        });
      });
}

}  // namespace

void fillPowerPoint(DetailsForm& form, ChainDocument& document, const chain::PowerPoint& point) {
  using Kind = chain::PowerPoint::Kind;
  const auto set = [&document, id = point.id](const Change& how) { change(document, id, how); };
  form.addTitle(powerPointName(point), point.name.empty() ? QString() : powerKindText(point.kind));
  form.addText(Text::tr("Your name for it"), QString::fromStdString(point.name),
               [set](const QString& text) {
                 set([&](chain::PowerPoint& one) { one.name = text.trimmed().toStdString(); });
               });
  if (point.kind == Kind::outlet) {
    form.addText(Text::tr("Circuit"), QString::fromStdString(point.circuit),
                 [set](const QString& text) {
                   set([&](chain::PowerPoint& one) { one.circuit = text.trimmed().toStdString(); });
                 });
    form.addNote(Text::tr("Outlets with the same text here share one fuse."));
  } else {
    addFeed(form, document, point);
  }
  form.addYesNo(Text::tr("Earth contact works"), point.isEarthed,
                [set](std::optional<bool> answer) {
                  set([&](chain::PowerPoint& one) { one.isEarthed = answer; });
                });
  if (point.kind == Kind::ups) addUps(form, document, point);
}

void fillPowerLead(DetailsForm& form, ChainDocument& document, const chain::PowerLead& lead) {
  using profiles::CurrentKind;
  form.addTitle(Text::tr("Power lead"), partText(document.desk(), lead.id.text()));
  if (!std::holds_alternative<chain::DeviceId>(lead.to)) return;
  const auto set = [&document, id = lead.id](const std::function<void(chain::AdapterInUse&)>& how) {
    for (const chain::PowerLead& now : document.chain().powerLeads) {
      if (now.id != id) continue;
      chain::PowerLead changed = now;
      if (!changed.adapter) changed.adapter.emplace();
      how(*changed.adapter);
      document.apply(chain::feed(document.desk(), changed));
      return;
    }
  };
  const chain::AdapterInUse adapter = lead.adapter.value_or(chain::AdapterInUse{});
  form.addSection(Text::tr("Mains adapter in use"));
  form.addYesNo(Text::tr("The original one"), adapter.isOriginal,
                [set](std::optional<bool> answer) {
                  set([&](chain::AdapterInUse& one) { one.isOriginal = answer; });
                });
  form.addChoice(Text::tr("Its label says"),
                 {Text::tr("not told"), QStringLiteral("AC ~"), QStringLiteral("DC ⎓")},
                 adapter.current ? static_cast<int>(*adapter.current) + 1 : 0, [set](int chosen) {
                   set([&](chain::AdapterInUse& one) {
                     one.current = chosen == 0
                                       ? std::nullopt
                                       : std::optional(static_cast<CurrentKind>(chosen - 1));
                   });
                 });
  form.addFigure(Text::tr("Voltage"),
                 adapter.voltage ? std::optional(adapter.voltage->value()) : std::nullopt,
                 {1.0, 500.0, 0.5, 1, QStringLiteral("V")}, [set](std::optional<double> volts) {
                   set([&](chain::AdapterInUse& one) {
                     one.voltage = volts ? std::optional(Volts::of(*volts)) : std::nullopt;
                   });
                 });
}

void fillDesk(DetailsForm& form, ChainDocument& document) {
  const chain::Chain& chain = document.chain();
  form.addTitle(Text::tr("The desk"), Text::tr("Select a device, cable or outlet to see its own "
                                               "details."));
  form.addText(Text::tr("Name"), QString::fromStdString(chain.name),
               [&document](const QString& text) {
                 document.apply(chain::rename(document.desk(), text.trimmed().toStdString()));
               });
  form.addSection(Text::tr("Mains"));
  const auto set = [&document](const std::function<void(chain::Mains&)>& how) {
    chain::Mains changed = document.chain().mains;
    how(changed);
    document.apply(chain::changeMains(document.desk(), changed));
  };
  const bool isSixty = chain.mains.frequency == Hertz::of(60.0);
  form.addChoice(
      Text::tr("Frequency"), {QStringLiteral("50\u2009Hz"), QStringLiteral("60\u2009Hz")},
      isSixty ? 1 : 0, [set](int chosen) {
        set([&](chain::Mains& one) { one.frequency = Hertz::of(chosen == 0 ? 50.0 : 60.0); });
      });
  form.addFigure(Text::tr("Voltage"), chain.mains.voltage.value(),
                 {90.0, 250.0, 1.0, 0, QStringLiteral("V")}, [set](std::optional<double> volts) {
                   if (volts) set([&](chain::Mains& one) { one.voltage = Volts::of(*volts); });
                 });
  form.addYesNo(Text::tr("Outlets have a working earth"), chain.mains.hasWorkingEarth,
                [set](std::optional<bool> answer) {
                  set([&](chain::Mains& one) { one.hasWorkingEarth = answer; });
                });
}

Result<chain::Edit> removalOf(const chain::Desk& desk, const std::string& part) {
  if (desk.device(chain::DeviceId(part))) return chain::removeDevice(desk, chain::DeviceId(part));
  if (desk.cable(chain::CableId(part))) return chain::disconnect(desk, chain::CableId(part));
  if (desk.powerPoint(chain::PowerPointId(part))) {
    return chain::removePowerPoint(desk, chain::PowerPointId(part));
  }
  return chain::unplug(desk, chain::PowerLeadId(part));
}

}  // namespace linecheck::ui
