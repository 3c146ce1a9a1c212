#include "cli/chain_edit.h"

#include <ostream>
#include <utility>

#include "chain/file.h"
#include "json/writer.h"

namespace linecheck::cli {

Result<ExitCode> editFile(
    const Session& session, const std::string& path,
    const std::function<Result<MadeEdit>(const DeskFile&, const chain::Desk&)>& make) {
  DeskFile file(path);
  if (!file.read(session)) return ExitCode::badInput;
  const chain::Desk desk = file.desk();
  Result<MadeEdit> result = make(file, desk);
  if (!result) return fail(result.error());
  chain::Chain chain = file.chain();
  chain::apply(chain, result->edit);
  if (const auto saved = chain::saveFile(path, chain); !saved) return fail(saved.error());
  if (session.json) {
    json::Object document{{"schema", "linecheck.chain-edit/1"}};
    document.set("file", path)
        .set("id", result->id.empty() ? json::Value() : json::Value(result->id));
    session.out << json::toText(document) << '\n';
  } else if (!result->id.empty()) {
    session.out << result->id << '\n';
  }
  return ExitCode::done;
}

Result<MadeEdit> made(Result<chain::Edit> edit) {
  if (!edit) return fail(edit.error());
  return MadeEdit{*std::move(edit), {}};
}

}  // namespace linecheck::cli
