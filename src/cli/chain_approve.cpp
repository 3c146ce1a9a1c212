#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "chain/edits.h"
#include "chain/file.h"
#include "chain/grounds.h"
#include "cli/chain_edit.h"
#include "rules/rules.h"

namespace linecheck::cli {
namespace {

using chain::Desk;

struct Approve {
  std::string file;
  std::string finding;
  std::string part;
};

// One edit for each finding that is meant, so that all of them are approved or none.
Result<ExitCode> approve(const Session& session, const Approve& options) {
  DeskFile file(options.file);
  if (!file.read(session)) return ExitCode::badInput;
  const Desk before = file.desk();
  const auto isMeant = [&](const rules::Finding& finding) {
    return finding.id == options.finding && !finding.isApproved &&
           (options.part.empty() ||
            std::any_of(finding.where.begin(), finding.where.end(),
                        [&](const chain::Place& place) { return place.part == options.part; }));
  };
  std::size_t approved = 0;
  for (const rules::Finding& finding : rules::check({before, chain::planGrounds(before)})) {
    if (!isMeant(finding)) continue;
    const auto edit = chain::approve(file.desk(), rules::approvalOf(finding));
    if (!edit) return fail(edit.error());
    chain::Chain chain = file.chain();
    chain::apply(chain, *edit);
    file.replace(std::move(chain));
    ++approved;
  }
  if (approved == 0) {
    return fail(ErrorCode::notFound,
                "The check finds nothing by this id here; `linecheck-cli check --json` names all.",
                options.finding);
  }
  if (const auto saved = chain::saveFile(options.file, file.chain()); !saved) {
    return fail(saved.error());
  }
  return ExitCode::done;
}

}  // namespace

void addChainApprove(CLI::App& command, Session& session) {
  auto options = std::make_shared<Approve>();
  CLI::App* sub = command.add_subcommand(
      "approve", "Note that you know of a finding and accept it; the check then leaves it out");
  sub->add_option("FILE", options->file, "The chain file")->required();
  sub->add_option("FINDING", options->finding, "Its id, as `check --json` has it")->required();
  sub->add_option("PART", options->part, "Only where this part has to do with it");
  sub->callback([&session, options] {
    session.action = [&session, options] { return approve(session, *options); };
  });
}

}  // namespace linecheck::cli
