// `hunt`: from what is heard to the link that carries it, step by step.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>

#include "cli/analysis_options.h"
#include "cli/command.h"
#include "cli/desk_file.h"
#include "cli/hunt_report.h"
#include "cli/hunt_talk.h"
#include "cli/scene_player.h"
#include "cli/stream_choice.h"
#include "diagnosis/hunt_json.h"
#include "json/writer.h"
#include "simulation/example_desk.h"

namespace linecheck::cli {
namespace {

using diagnosis::HuntPlayer;
using diagnosis::StepAction;

struct Arguments {
  StreamArguments stream;
  AnalysisArguments analysis;
  std::string chain;
  std::string at;
  std::uint64_t seed = 1;
  std::size_t steps = 20;
  std::vector<std::string> skip;
};

/// The level of a planted fault: plain to hear, as on a desk that somebody would hunt on.
DecibelsFs plantedLevel(simulation::NoiseKind kind) {
  switch (kind) {
    case simulation::NoiseKind::converterNoise:
      return DecibelsFs::of(-90.0);
    case simulation::NoiseKind::hiss:
      return DecibelsFs::of(-65.0);
    default:
      return DecibelsFs::of(-55.0);
  }
}

/// What stands between a hunt and who does its steps: skips what was asked to be, and tells.
/// Keeps the time of each entry; at a simulated desk that counts the minutes that steps take.
class Teller : public HuntPlayer {
 public:
  Teller(const Session& session, const chain::Desk& desk, HuntPlayer& player,
         std::set<StepAction> skipped, bool isSimulated)
      : session_(session),
        desk_(desk),
        player_(player),
        skipped_(std::move(skipped)),
        isSimulated_(isSimulated) {}

  [[nodiscard]] const std::vector<std::chrono::sys_seconds>& times() const { return times_; }

  void putBack(const diagnosis::Step& step) override { player_.putBack(step); }
  Reply take(const diagnosis::ProposedStep& proposed) override {
    return skipped_.contains(proposed.step.action) ? Reply::skip : player_.take(proposed);
  }
  Result<diagnosis::Diagnosis> hear(const chain::Situation& situation,
                                    const diagnosis::Step* step) override {
    return player_.hear(situation, step);
  }
  void look(const diagnosis::Hunt& hunt) override {
    player_.look(hunt);
    times_.resize(hunt.entries().size(), now(hunt));
    std::ostream& to = session_.json ? session_.err : session_.out;
    to << entryText(desk_, hunt) << std::flush;
  }

 private:
  [[nodiscard]] std::chrono::sys_seconds now(const diagnosis::Hunt& hunt) const {
    using std::chrono::seconds;
    if (!isSimulated_) {
      return std::chrono::time_point_cast<seconds>(std::chrono::system_clock::now());
    }
    double minutes = 0.0;
    for (const auto& entry : hunt.entries()) {
      if (entry.kind == diagnosis::HuntEntry::Kind::measured) minutes += entry.step->minutes;
    }
    return std::chrono::sys_seconds(seconds(std::lround(60.0 * minutes)));
  }

  const Session& session_;
  const chain::Desk& desk_;
  HuntPlayer& player_;
  std::set<StepAction> skipped_;
  bool isSimulated_;
  std::vector<std::chrono::sys_seconds> times_;
};

Result<std::set<StepAction>> actionsOf(const std::vector<std::string>& ids) {
  std::set<StepAction> actions;
  for (const std::string& id : ids) {
    const auto action = diagnosis::findStepAction(id);
    if (!action) {
      std::string known;
      for (const StepAction one : diagnosis::stepActions()) {
        known += fmt::format("{}{}", known.empty() ? "" : ", ", diagnosis::stepActionId(one));
      }
      return fail(ErrorCode::usage, "A hunt has no such step; it has " + known + ".", id);
    }
    actions.insert(*action);
  }
  return actions;
}

Result<diagnosis::ListeningPoint> listeningPoint(const chain::Desk& desk, const std::string& at) {
  if (at.empty()) {
    if (auto usual = diagnosis::usualListeningPoint(desk)) return *usual;
    return fail(ErrorCode::usage,
                "The chain has no analogue output to listen at. Name one with --at DEVICE:PORT.");
  }
  const auto colon = std::min(at.find(':'), at.size());
  diagnosis::ListeningPoint point{chain::DeviceId(at.substr(0, colon)), {}};
  if (colon < at.size()) point.port = at.substr(colon + 1);
  const profiles::Port* port = desk.port({point.device, point.port, {}});
  if (port == nullptr || port->direction == profiles::Direction::in) {
    return fail(ErrorCode::notFound, "The chain has no such output. Write it as DEVICE:PORT.", at);
  }
  return point;
}

/// The likeliest place of the cause at this desk: where it is loudest.
Result<simulation::Scene> sceneOf(const chain::Chain& chain, const chain::ProfileLookup& lookup,
                                  const diagnosis::ListeningPoint& at, const Arguments& arguments) {
  const chain::Socket socket{at.device, at.port, {}};
  const std::string& name = arguments.stream.faults.front();
  if (name == "none") return simulation::Scene::clean(chain, lookup, socket, arguments.seed);
  const auto cause = diagnosis::findCause(name);
  const auto noise = cause ? noiseOf(*cause) : std::nullopt;
  if (!noise) {
    std::string known = "none";
    for (const auto kind : simulation::kNoiseKinds) {
      known += fmt::format(", {}", diagnosis::causeId(causeOf(kind)));
    }
    return fail(ErrorCode::usage, "No such fault can be hunted; there are " + known + ".", name);
  }
  const auto possible = simulation::Scene::possibleFaults(chain, lookup, socket, arguments.seed);
  if (!possible) return fail(possible.error());
  const simulation::PossibleFault* loudest = nullptr;
  for (const auto& one : *possible) {
    if (one.fault.cause == *noise && (!loudest || one.level > loudest->level)) loudest = &one;
  }
  if (!loudest) {
    return fail(ErrorCode::notFound,
                "Nothing at this desk could bring such a fault to where you "
                "listen.",
                name);
  }
  simulation::SceneFault fault = loudest->fault;
  fault.strength = plantedLevel(*noise) - loudest->level;
  return simulation::Scene::make(chain, lookup, socket, fault, arguments.seed);
}

class Command {
 public:
  Command(const Session& session, const Arguments& arguments)
      : session_(session), arguments_(arguments), file_(arguments.chain) {}

  Result<ExitCode> run() {
    const auto skipped = actionsOf(arguments_.skip);
    if (!skipped) return fail(skipped.error());
    const bool isSimulated = arguments_.stream.backend == "simulated";
    if (arguments_.chain.empty() && !isSimulated) {
      return fail(ErrorCode::usage, "Name the chain of your desk with --chain.");
    }
    if (isSimulated && arguments_.stream.faults.size() != 1) {
      return fail(ErrorCode::usage, "Name one fault to plant with --fault.");
    }
    if (arguments_.chain.empty()) {
      file_.replace(simulation::exampleDesk());
    } else if (!file_.read(session_)) {
      return ExitCode::badInput;
    }
    const chain::Desk desk = file_.desk();
    const auto at = listeningPoint(desk, arguments_.at);
    if (!at) return fail(at.error());
    diagnosis::Hunt hunt(file_.chain(), file_.lookup(), *at);
    const auto run = isSimulated ? simulate(desk, hunt, *skipped) : live(desk, hunt, *skipped);
    if (!run) return fail(run.error());
    if (session_.json) {
      diagnosis::HuntJournal journal = diagnosis::journalOf(hunt, times_);
      journal.chain = desk.chain().name;
      session_.out << json::toText(diagnosis::toJson(journal)) << '\n';
    } else {
      session_.out << conclusionText(desk, hunt);
    }
    return ExitCode::done;
  }

 private:
  Result<void> simulate(const chain::Desk& desk, diagnosis::Hunt& hunt,
                        const std::set<StepAction>& skipped) {
    const auto scene = sceneOf(desk.chain(), file_.lookup(), hunt.listeningPoint(), arguments_);
    if (!scene) return fail(scene.error());
    ScenePlayer player(*scene);
    return lead(desk, hunt, player, skipped);
  }

  Result<void> live(const chain::Desk& desk, diagnosis::Hunt& hunt,
                    const std::set<StepAction>& skipped) {
    if (session_.input == nullptr) {
      return fail(ErrorCode::usage,
                  "A hunt asks you to do things: run it in a terminal, or with --backend "
                  "simulated.");
    }
    const auto backend = openBackend(session_, arguments_.stream);
    if (!backend) return fail(backend.error());
    const auto stream = oneWayStreamFor(**backend, arguments_.stream, audio::Direction::input, 1);
    if (!stream) return fail(stream.error());
    HuntTalk player(session_, desk, **backend, *stream, arguments_.analysis.options());
    return lead(desk, hunt, player, skipped);
  }

  Result<void> lead(const chain::Desk& desk, diagnosis::Hunt& hunt, HuntPlayer& player,
                    const std::set<StepAction>& skipped) {
    const bool isSimulated = arguments_.stream.backend == "simulated";
    Teller teller(session_, desk, player, skipped, isSimulated);
    auto run = runHunt(hunt, teller, arguments_.steps);
    times_ = teller.times();
    return run;
  }

  const Session& session_;
  const Arguments& arguments_;
  DeskFile file_;
  std::vector<std::chrono::sys_seconds> times_;
};

}  // namespace

void addHunt(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "hunt", "Find the link that carries a noise, by one cheap step after the other");
  auto arguments = std::make_shared<Arguments>();
  arguments->stream.addTo(*command, StreamArguments::Recordings::no);
  arguments->stream.addInputTo(*command, StreamArguments::Recordings::no);
  arguments->analysis.addTo(*command);
  command->add_option("--chain", arguments->chain,
                      "The desk, a .chain.json file; the simulated studio has one of its own");
  command->add_option(
      "--at", arguments->at,
      "The chain's output that is listened to, DEVICE:PORT; default: to headphones");
  command->add_option("--seed", arguments->seed,
                      "Of the simulated desk: all that nobody knows of it; default 1");
  command->add_option("--steps", arguments->steps, "At most so many steps; default 20")
      ->check(CLI::Range(1, 100));
  command->add_option("--skip", arguments->skip,
                      "A step that you can't do, such as run_on_battery; may be given again");
  command->callback([&session, arguments] {
    session.action = [&session, arguments] { return Command(session, *arguments).run(); };
  });
}

}  // namespace linecheck::cli
