#include "levels/measurement_groups.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <string_view>

namespace linecheck::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(MeasurementGroups)
};

struct Topic {
  const char* name;
  std::vector<std::string_view> ids;
};

const std::array<Topic, 4>& topics() {
  static const std::array<Topic, 4> kTopics{
      Topic{QT_TRANSLATE_NOOP("MeasurementGroups", "Path and level"),
            {"path", "noise", "headroom", "limiter", "overs", "balance", "level-match"}},
      Topic{QT_TRANSLATE_NOOP("MeasurementGroups", "Purity"),
            {"distortion", "level-steps", "frequency-steps", "intermodulation", "multitone"}},
      Topic{QT_TRANSLATE_NOOP("MeasurementGroups", "Response and time"),
            {"response", "crosstalk", "latency", "jitter"}},
      Topic{QT_TRANSLATE_NOOP("MeasurementGroups", "Cables changed on the way"),
            {"output-impedance", "headphone-impedance", "common-mode"}}};
  return kTopics;
}

// What no topic names, the number of its steps tells apart.
std::size_t topicOf(const measure::Procedure& procedure) {
  for (std::size_t topic = 0; topic < topics().size(); ++topic) {
    const auto& ids = topics()[topic].ids;
    if (std::find(ids.begin(), ids.end(), procedure.id()) != ids.end()) return topic;
  }
  const bool hasSteps = procedure.steps(measure::Values(procedure.parameters())).size() > 1;
  return hasSteps ? topics().size() - 1 : topics().size();
}

}  // namespace

std::vector<MeasurementGroup> measurementGroups() {
  std::vector<MeasurementGroup> groups;
  for (const Topic& topic : topics()) groups.push_back({Words::tr(topic.name), {}});
  groups.push_back({Words::tr("More"), {}});
  for (const measure::Procedure* procedure : measure::procedures()) {
    groups[topicOf(*procedure)].procedures.push_back(procedure);
  }
  std::erase_if(groups, [](const auto& group) { return group.procedures.empty(); });
  return groups;
}

}  // namespace linecheck::ui
