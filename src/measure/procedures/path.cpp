#include "measure/procedures/catalogue.h"

namespace linecheck::measure {
namespace {

// Only the gate that stands in front of every other measurement, and its figures.
class Path final : public Procedure {
 public:
  std::string_view id() const override { return "path"; }
  std::string_view name() const override { return "Path check"; }
  std::string_view description() const override {
    return "Do the samples get through as they are?";
  }
  std::span<const Parameter> parameters() const override { return {}; }
  Result<void> compose(std::size_t /*step*/, const Values& /*values*/,
                       Sequence& /*sequence*/) const override {
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& /*values*/) const override {
    const PathReport& path = recordings.front().path;
    Reading reading;
    for (const PathChannel& channel : path.channels) {
      if (!channel.output) continue;
      reading.figures.push_back(
          {"gain", Unit::db, channel.input, channel.gain.value(), channel.gainSe});
      reading.figures.push_back(
          {"latency", Unit::frames, channel.input, channel.latency, channel.latencySe});
    }
    reading.figures.push_back(
        {"clock_drift", Unit::partsPerMillion, {}, path.driftPpm, path.driftSePpm});
    return reading;
  }
};

}  // namespace

const Procedure& pathProcedure() {
  static const Path kPath;
  return kPath;
}

}  // namespace linecheck::measure
