#include "levels/harness_view.h"

#include <QCoreApplication>
#include <algorithm>

#include "canvas/card_from_profile.h"
#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Harness)
};

using Jacks = std::vector<ConnectorView>;

void addChannels(const profiles::Profile& profile, const Jacks& connectors, Jacks& jacks) {
  for (const ConnectorView& connector : connectors) {
    const bool isAnalogue = connector.carries == Role::unbalanced ||
                            connector.carries == Role::balanced ||
                            connector.carries == Role::headphone;
    if (!isAnalogue) continue;
    const profiles::Port* port = profile.port(connector.id.toStdString());
    if (port == nullptr || port->channels != 2) {
      jacks.push_back(connector);
      continue;
    }
    for (const QString& side : {Text::tr("%1 L"), Text::tr("%1 R")}) {
      ConnectorView jack = connector;
      jack.label = side.arg(connector.label);
      jacks.push_back(jack);
    }
  }
}

void translate(std::string& words) {
  words = translated(Sentence{words.c_str(), {}}).toStdString();
}

measure::HarnessPhrases translatedPhrases() {
  measure::HarnessPhrases p;
  for (std::string* words : {&p.jackOfDevice,
                             &p.cable,
                             &p.insert,
                             &p.across,
                             &p.probe,
                             &p.bothLegs,
                             &p.place,
                             &p.stays,
                             &p.hot,
                             &p.cold,
                             &p.ground,
                             &p.knownResistor,
                             &p.resistor,
                             &p.nearEnd,
                             &p.farEnd,
                             &p.load,
                             &p.plug,
                             &p.redProbe,
                             &p.blackProbe,
                             &p.earpiece,
                             &p.earpieceGround,
                             &p.soundLevelMeter,
                             &p.listeningPlace,
                             &p.headphonesOff,
                             &p.inputCablesOff}) {
    translate(*words);
  }
  return p;
}

void use(std::string& words, const QString& own) {
  if (own.isEmpty()) {
    translate(words);
  } else {
    words = own.toStdString();
  }
}

void use(std::array<std::string, 2>& words, const Jacks& jacks) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    use(words[i], i < jacks.size() ? jacks[i].label : QString());
  }
}

measure::HarnessNames namesOf(const HarnessView& view) {
  measure::HarnessNames names;
  use(names.outputDevice, view.output.name);
  use(names.inputDevice, view.input.name);
  use(names.amplifier, view.amplifier.name);
  use(names.underTest, view.underTest.name);
  names.resistor = view.resistor.toStdString();
  use(names.lineOuts, view.output.outputs);
  use(names.lineIns, view.input.inputs);
  use(names.amplifierIns, view.amplifier.inputs);
  use(names.amplifierOuts, view.amplifier.outputs);
  use(names.tested, view.underTest.outputs);
  return names;
}

}  // namespace

HarnessDevice harnessDevice(const profiles::Profile& profile) {
  const CardView card = cardFromProfile(profile);
  HarnessDevice device{card.model, {}, {}};
  addChannels(profile, card.upstream, device.inputs);
  addChannels(profile, card.downstream, device.outputs);
  return device;
}

ConnectorView harnessJack(const std::vector<ConnectorView>& jacks, std::size_t index,
                          const QString& generalName) {
  if (index < jacks.size()) return jacks[index];
  ConnectorView jack;
  jack.label = generalName;
  jack.shape = ConnectorShape::jack635;
  jack.carries = Role::unbalanced;
  return jack;
}

ContactNames contactNames(const std::vector<ConnectorView>& jacks, std::size_t index) {
  if (index >= jacks.size()) return {};
  const ConnectorView& jack = jacks[index];
  switch (jack.shape) {
    case ConnectorShape::xlr:
      return {Text::tr("pin 2"), Text::tr("pin 3")};
    case ConnectorShape::rca:
      return {Text::tr("pin"), Text::tr("shell")};
    case ConnectorShape::jack635:
    case ConnectorShape::jack35:
      return {Text::tr("tip"),
              jack.carries == Role::balanced ? Text::tr("ring") : Text::tr("sleeve")};
    default:
      return {};
  }
}

QStringList harnessLines(const HarnessView& view) {
  QStringList lines;
  for (const std::string& line :
       measure::harnessConnections(view.harness, namesOf(view), translatedPhrases())) {
    lines << QString::fromStdString(line);
  }
  return lines;
}

QString harnessDescription(const HarnessView& view) {
  const std::string text(measure::harnessText(view.harness));
  QStringList parts{translated(Sentence{text.c_str(), {}})};
  const QStringList lines = harnessLines(view);
  const std::size_t links = measure::harnessWiring(view.harness).links.size();
  for (qsizetype i = 0; i < lines.size(); ++i) {
    const bool isLink = static_cast<std::size_t>(i) < links;
    parts << (isLink ? QStringLiteral("%1. %2").arg(QString::number(i + 1), lines[i]) : lines[i]);
  }
  return parts.join(u'\n');
}

}  // namespace linecheck::ui
