#include "cli/checkup_output.h"

#include <algorithm>

#include "cli/procedure_json.h"
#include "cli/procedure_text.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

const char* reasonOf(LeftOut why) {
  switch (why) {
    case LeftOut::loud:
      return "loud";
    case LeftOut::sampleRate:
      return "sample_rate";
    case LeftOut::ended:
      return "ended";
  }
  return "";
}

}  // namespace

bool Checkup::isSound() const {
  return std::all_of(results.begin(), results.end(), [](const measure::ProcedureResult& result) {
    return result.path() == nullptr || result.path()->isUsable();
  });
}

bool Checkup::isComplete() const {
  return !ended &&
         std::all_of(
             results.begin(), results.end(),
             [](const measure::ProcedureResult& result) { return result.reading.isComplete; }) &&
         std::none_of(leftOut.begin(), leftOut.end(),
                      [](const NotMade& one) { return one.why == LeftOut::ended; });
}

std::string checkupJson(const Checkup& checkup, const std::vector<ResultBeside>& besides) {
  json::Array documents, leftOut;
  for (const ResultBeside& beside : besides) documents.push_back(procedureJson(beside));
  for (const Checkup::NotMade& one : checkup.leftOut) {
    leftOut.push_back(json::Object{{"kind", one.procedure->id()}, {"why", reasonOf(one.why)}});
  }
  json::Object document{{"schema", "linecheck.checkup/1"}};
  document.set("complete", checkup.isComplete())
      .set("measurements", std::move(documents))
      .set("left_out", std::move(leftOut));
  return json::toText(document) + '\n';
}

std::string checkupText(const Checkup& checkup, const std::vector<ResultBeside>& besides) {
  std::string text;
  for (const ResultBeside& beside : besides) {
    text += (text.empty() ? "" : "\n") + procedureText(beside);
  }
  std::string missing;
  for (const Checkup::NotMade& one : checkup.leftOut) {
    if (one.why != LeftOut::ended) continue;
    missing += (missing.empty() ? "\nNot measured: " : ", ") + std::string(one.procedure->name());
  }
  return missing.empty() ? text : text + missing + ".\n";
}

}  // namespace linecheck::cli
