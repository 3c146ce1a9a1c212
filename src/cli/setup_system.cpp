#include "cli/setup_system.h"

#include <fmt/format.h>

#include <ostream>

#include "cli/calibrate.h"
#include "setup/system_reading.h"
#include "system/endpoint_choice.h"
#include "system/system_sound.h"

namespace linecheck::cli {
namespace {

using system::Endpoint;

constexpr const char* kAnother = "--system-output names another";

bool unread(const Session& session, const std::string& why) {
  session.err << "linecheck-cli: " << why << " The rest goes on without.\n";
  return false;
}

Result<Endpoint> namedOutput(const std::vector<Endpoint>& endpoints, const std::string& name) {
  auto found = system::findEndpoint(endpoints, name);
  if (found && found->id.direction != system::Direction::output) {
    return fail(ErrorCode::usage, "This is an input; the set-up asks for an output.", found->name);
  }
  return found;
}

}  // namespace

Result<bool> takeSystem(const Session& session, const chain::Desk& desk, const std::string& output,
                        setup::Progress& progress) {
  const auto settings = system::makeSystemSound()->read();
  if (!settings) return unread(session, settings.error().message());
  const std::string server = settings->server.text();
  setup::OutputChoice choice;
  Result<Endpoint> named = fail(ErrorCode::notFound, "");
  if (output.empty()) {
    choice = setup::outputOf(desk, settings->endpoints);
    if (choice.output == nullptr)
      return unread(session, server + " has no output to read the settings of.");
  } else {
    named = namedOutput(settings->endpoints, output);
    if (!named) return fail(named.error());
    choice = {&*named, true};
  }
  session.err << fmt::format("linecheck-cli: {}, output {}", server, choice.output->name);
  if (!choice.isByName) {
    session.err << fmt::format(", for none is called as a device of this desk is; {}", kAnother);
  }
  session.err << '\n';
  setup::take(progress, desk, setup::systemReadingOf(settings->server, *choice.output), today());
  return true;
}

}  // namespace linecheck::cli
