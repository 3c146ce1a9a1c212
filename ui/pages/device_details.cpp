#include <QCoreApplication>
#include <algorithm>

#include "canvas/card_from_profile.h"
#include "canvas/control_view.h"
#include "pages/part_details.h"
#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

/// Changes a copy of the device as it is then, and has the document take it.
void change(ChainDocument& document, const chain::DeviceId& id,
            const std::function<void(chain::Device&)>& how) {
  const chain::Device* now = document.desk().device(id);
  if (!now) return;
  chain::Device changed = *now;
  how(changed);
  document.apply(chain::changeDevice(document.desk(), changed));
}

void addSwitch(DetailsForm& form, ChainDocument& document, const chain::DeviceId& id,
               const profiles::Control& control, const std::vector<std::string>& positions) {
  QStringList choices{Text::tr("not told")};
  for (const std::string& name : positions) choices << QString::fromStdString(name);
  const auto setting = document.desk().setting(id, control.id);
  const auto* stands = setting ? std::get_if<chain::Position>(&*setting) : nullptr;
  int index = 0;
  if (stands) {
    const auto found = std::find(positions.begin(), positions.end(), stands->name);
    index = found == positions.end() ? -1 : static_cast<int>(found - positions.begin()) + 1;
  }
  form.addChoice(QString::fromStdString(control.name), choices, index,
                 [&document, id, name = control.id, positions](int chosen) {
                   std::optional<chain::Setting> wanted;
                   if (chosen > 0) {
                     wanted = chain::Position{positions[static_cast<std::size_t>(chosen - 1)]};
                   }
                   document.apply(chain::changeSetting(document.desk(), id, name, wanted));
                 });
}

void addKnob(DetailsForm& form, ChainDocument& document, const chain::DeviceId& id,
             const profiles::Control& control, const KnobScale& scale) {
  const bool isTravel = scale.unit == KnobScale::Unit::travel;
  const double factor = isTravel ? 100.0 : 1.0;
  const auto setting = document.desk().setting(id, control.id);
  const auto value = setting ? scale.valueOf(*setting) : std::nullopt;
  const QString unit = isTravel                             ? QStringLiteral("%")
                       : scale.unit == KnobScale::Unit::dbu ? QStringLiteral("dBu")
                                                            : QStringLiteral("dB");
  form.addFigure(QString::fromStdString(control.name),
                 value ? std::optional(*value * factor) : std::nullopt,
                 {scale.least * factor, scale.most * factor, isTravel ? 1.0 : scale.step,
                  isTravel ? 0 : 1, unit},
                 [&document, id, name = control.id, scale, factor](std::optional<double> wanted) {
                   document.applyMerged(chain::changeSetting(
                       document.desk(), id, name,
                       wanted ? std::optional(scale.at(*wanted / factor)) : std::nullopt));
                 });
}

void addControls(DetailsForm& form, ChainDocument& document, const chain::Device& device) {
  const profiles::Profile* profile = document.desk().profile(device.id);
  if (!profile || profile->controls.empty()) return;
  form.addSection(Text::tr("Switches and knobs"));
  for (const profiles::Control& control : profile->controls) {
    const std::vector<std::string> positions = positionsOf(control);
    if (!positions.empty()) {
      addSwitch(form, document, device.id, control, positions);
    } else if (const auto scale = knobScale(control)) {
      addKnob(form, document, device.id, control, *scale);
    }
  }
}

void addPower(DetailsForm& form, ChainDocument& document, const chain::Device& device) {
  const chain::Desk& desk = document.desk();
  const auto& points = desk.chain().powerPoints;
  const auto& feeds = desk.feeds(device.id);
  const profiles::Profile* profile = desk.profile(device.id);
  const bool isFed = profile && profile->power &&
                     (profile->power->supply == profiles::Supply::internalMains ||
                      profile->power->supply == profiles::Supply::externalAdapter);
  if (!isFed && feeds.empty() && profile) return;
  form.addSection(Text::tr("Power"));
  QStringList choices{Text::tr("not told")};
  int index = 0;
  for (const chain::PowerPoint& point : points) {
    if (!feeds.empty() && feeds.front()->from == point.id) index = static_cast<int>(choices.size());
    choices << powerPointName(point);
  }
  form.addChoice(Text::tr("Plugged into"), choices, index, [&document, id = device.id](int chosen) {
    const chain::Desk& now = document.desk();
    if (chosen > 0) {
      chain::PowerLead lead;
      lead.from = now.chain().powerPoints[static_cast<std::size_t>(chosen - 1)].id;
      lead.to = id;
      document.apply(chain::feed(now, lead));
    } else if (!now.feeds(id).empty()) {
      document.apply(chain::unplug(now, now.feeds(id).front()->id));
    }
  });
  form.addYesNo(Text::tr("Plug has an earth contact"), device.hasEarthContact,
                [&document, id = device.id](std::optional<bool> answer) {
                  change(document, id, [&](chain::Device& one) { one.hasEarthContact = answer; });
                });
  if (points.empty()) {
    form.addNote(Text::tr("Add an outlet or a strip first (Chain menu, Add power)."));
  }
}

void addComputer(DetailsForm& form, ChainDocument& document, const chain::Device& device) {
  using chain::AudioPath;
  using chain::OperatingSystem;
  if (document.desk().kind(device.id) != profiles::Kind::computer) return;
  const chain::ComputerState state = device.computer.value_or(chain::ComputerState{});
  const auto set = [&document, id = device.id](auto how) {
    change(document, id, [&](chain::Device& one) {
      if (!one.computer) one.computer.emplace();
      how(*one.computer);
    });
  };
  form.addSection(Text::tr("Computer"));
  form.addChoice(Text::tr("System"),
                 {Text::tr("not told"), QStringLiteral("Windows"), QStringLiteral("macOS"),
                  QStringLiteral("Linux")},
                 state.system ? static_cast<int>(*state.system) + 1 : 0, [set](int chosen) {
                   set([&](chain::ComputerState& one) {
                     one.system = chosen == 0
                                      ? std::nullopt
                                      : std::optional(static_cast<OperatingSystem>(chosen - 1));
                   });
                 });
  form.addChoice(Text::tr("Sound goes"),
                 {Text::tr("not told"), Text::tr("through the system mixer"),
                  Text::tr("past it, exclusively"), QStringLiteral("ASIO")},
                 state.path ? static_cast<int>(*state.path) + 1 : 0, [set](int chosen) {
                   set([&](chain::ComputerState& one) {
                     one.path = chosen == 0 ? std::nullopt
                                            : std::optional(static_cast<AudioPath>(chosen - 1));
                   });
                 });
  form.addFigure(Text::tr("System volume"),
                 state.systemVolume ? std::optional(*state.systemVolume * 100) : std::nullopt,
                 {0.0, 100.0, 1.0, 0, QStringLiteral("%")}, [set](std::optional<double> percent) {
                   set([&](chain::ComputerState& one) {
                     one.systemVolume = percent ? std::optional(*percent / 100) : std::nullopt;
                   });
                 });
  form.addYesNo(Text::tr("On battery"), state.isOnBattery, [set](std::optional<bool> answer) {
    set([&](chain::ComputerState& one) { one.isOnBattery = answer; });
  });
}

void addFormat(DetailsForm& form, ChainDocument& document, const chain::Device& device) {
  const profiles::Profile* profile = document.desk().profile(device.id);
  if (!profile) return;
  const bool isDigital =
      std::any_of(profile->ports.begin(), profile->ports.end(), [](const profiles::Port& port) {
        return std::count(port.signals.begin(), port.signals.end(), profiles::Signal::digitalUsb) +
                   std::count(port.signals.begin(), port.signals.end(),
                              profiles::Signal::digitalSpdif) >
               0;
      });
  if (!isDigital) return;
  static const std::vector<int> kRates{44100, 48000, 88200, 96000, 176400, 192000};
  static const std::vector<int> kBits{16, 24, 32};
  form.addSection(Text::tr("Digital format"));
  QStringList rates{Text::tr("not told")};
  int rate = 0;
  for (const int hz : kRates) {
    if (device.format.sampleRate == Hertz::of(hz)) rate = static_cast<int>(rates.size());
    rates << QStringLiteral("%1\u2009kHz").arg(hz / 1000.0);
  }
  form.addChoice(Text::tr("Sample rate"), rates, rate, [&document, id = device.id](int chosen) {
    change(document, id, [&](chain::Device& one) {
      one.format.sampleRate =
          chosen == 0 ? std::nullopt
                      : std::optional(Hertz::of(kRates[static_cast<std::size_t>(chosen - 1)]));
    });
  });
  QStringList depths{Text::tr("not told")};
  int depth = 0;
  for (const int bits : kBits) {
    if (device.format.bits == bits) depth = static_cast<int>(depths.size());
    depths << Text::tr("%1 bits").arg(bits);
  }
  form.addChoice(Text::tr("Resolution"), depths, depth, [&document, id = device.id](int chosen) {
    change(document, id, [&](chain::Device& one) {
      one.format.bits =
          chosen == 0 ? std::nullopt : std::optional(kBits[static_cast<std::size_t>(chosen - 1)]);
    });
  });
}

void addPlacement(DetailsForm& form, ChainDocument& document, const chain::Device& device) {
  form.addSection(Text::tr("Where it stands"));
  std::vector<chain::DeviceId> others;
  QStringList choices{Text::tr("nothing")};
  int index = 0;
  for (const chain::Device& other : document.chain().devices) {
    if (other.id == device.id) continue;
    if (device.placement.onTopOf == other.id) index = static_cast<int>(choices.size());
    others.push_back(other.id);
    choices << deviceName(document.desk(), other.id);
  }
  form.addChoice(
      Text::tr("On top of"), choices, index, [&document, id = device.id, others](int chosen) {
        change(document, id, [&](chain::Device& one) {
          one.placement.onTopOf = chosen == 0
                                      ? std::nullopt
                                      : std::optional(others[static_cast<std::size_t>(chosen - 1)]);
        });
      });
  form.addCheck(Text::tr("In a niche or rack without air flow"), device.placement.isEnclosed,
                [&document, id = device.id](bool isOn) {
                  change(document, id,
                         [&](chain::Device& one) { one.placement.isEnclosed = isOn; });
                });
}

void addGroundLeads(DetailsForm& form, ChainDocument& document, const chain::Device& device) {
  using Kind = chain::GroundLead::Kind;
  form.addSection(Text::tr("Leads from outside"));
  for (const auto& [kind, name] : {std::pair(Kind::antenna, Text::tr("Antenna lead")),
                                   std::pair(Kind::network, Text::tr("Network lead"))}) {
    std::optional<chain::GroundLead> present;
    for (const chain::GroundLead& lead : document.chain().groundLeads) {
      if (lead.device == device.id && lead.kind == kind) present = lead;
    }
    const int index = !present ? 0 : present->isIsolated ? 2 : 1;
    form.addChoice(name, {Text::tr("none"), Text::tr("plain"), Text::tr("isolated")}, index,
                   [&document, id = device.id, present, kind = kind](int chosen) {
                     if (present) {
                       const bool isRemoved =
                           document.apply(chain::removeGroundLead(document.desk(), present->id));
                       if (!isRemoved) return;
                     }
                     if (chosen == 0) return;
                     chain::GroundLead lead;
                     lead.kind = kind;
                     lead.device = id;
                     lead.isIsolated = chosen == 2;
                     document.apply(chain::addGroundLead(document.desk(), lead));
                   });
  }
}

}  // namespace

void fillDevice(DetailsForm& form, ChainDocument& document, const chain::Device& device) {
  const profiles::Profile* profile = document.desk().profile(device.id);
  form.addTitle(deviceName(document.desk(), device.id),
                profile ? QStringLiteral("%1 · %2").arg(QString::fromStdString(profile->name()),
                                                        kindText(profile->kind))
                        : Text::tr("There is no profile “%1” in the library.")
                              .arg(QString::fromStdString(device.profile)));
  form.addText(Text::tr("Your name for it"), QString::fromStdString(device.name),
               [&document, id = device.id](const QString& text) {
                 change(document, id,
                        [&](chain::Device& one) { one.name = text.trimmed().toStdString(); });
               });
  form.addText(Text::tr("Serial number"), QString::fromStdString(device.serial),
               [&document, id = device.id](const QString& text) {
                 change(document, id,
                        [&](chain::Device& one) { one.serial = text.trimmed().toStdString(); });
               });
  addControls(form, document, device);
  addPower(form, document, device);
  addComputer(form, document, device);
  addFormat(form, document, device);
  addPlacement(form, document, device);
  addGroundLeads(form, document, device);
}

}  // namespace linecheck::ui
