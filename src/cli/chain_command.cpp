#include "cli/chain_edit.h"

namespace linecheck::cli {

void addChain(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("chain", "Describe a desk in a chain file, step by step");
  command->require_subcommand(1);
  addChainNew(*command, session);
  addChainAdd(*command, session);
  addChainConnect(*command, session);
  addChainSet(*command, session);
  addChainRemove(*command, session);
  addChainApprove(*command, session);
}

}  // namespace linecheck::cli
