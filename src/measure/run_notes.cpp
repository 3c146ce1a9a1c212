#include "measure/run_notes.h"

#include <fmt/format.h>

namespace linecheck::measure {
namespace {

std::string told(const Values& values, const std::string& id) {
  const auto value = values.get(id);
  return value ? fmt::format("{:g}", *value) : "nothing";
}

Result<void> checkValue(const RunNotes& saved, const RunNotes& wanted, const std::string& id) {
  if (saved.values.get(id) == wanted.values.get(id)) return {};
  return fail(ErrorCode::usage,
              fmt::format("This was recorded with {}, not with {}. Leave the setting out to take "
                          "what was recorded.",
                          told(saved.values, id), told(wanted.values, id)),
              id);
}

}  // namespace

Result<void> checkNotes(const RunNotes& saved, const RunNotes& wanted) {
  if (saved.procedure != wanted.procedure) {
    return fail(ErrorCode::usage,
                fmt::format("This is a recording of the measurement \"{}\", not of \"{}\".",
                            saved.procedure, wanted.procedure));
  }
  if (saved.step != wanted.step) {
    return fail(ErrorCode::usage,
                fmt::format("This is the recording of step {}; that of step {} belongs here.",
                            saved.step, wanted.step));
  }
  for (const auto& [id, value] : wanted.values.all()) {
    if (auto same = checkValue(saved, wanted, id); !same) return same;
  }
  for (const auto& [id, value] : saved.values.all()) {
    if (auto same = checkValue(saved, wanted, id); !same) return same;
  }
  if (saved.outputs != wanted.outputs) {
    return fail(ErrorCode::usage, fmt::format("This was played to {} outputs, not to {}.",
                                              saved.outputs, wanted.outputs));
  }
  if (saved.gateLevel != wanted.gateLevel) {
    return fail(ErrorCode::usage, "The check of the path was recorded at another level.");
  }
  return {};
}

}  // namespace linecheck::measure
