#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "diagnosis/hunt.h"
#include "json/document.h"
#include "json/format.h"
#include "json/value.h"

/// A hunt as a document, "linecheck.hunt/1": everything but the samples, so that it can be looked
/// at again, moment by moment. docs/hunt.md describes it.
namespace linecheck::diagnosis {

struct JournalEntry {
  std::chrono::sys_seconds at{};  ///< As whoever kept the journal had it.
  HuntEntry entry;
};

struct HuntJournal {
  std::string chain;  ///< The chain's name; may be empty.
  ListeningPoint at;
  std::vector<JournalEntry> entries;
  Conclusion conclusion;
};

[[nodiscard]] const json::Format& huntFormat();

/// `times[i]` is that of entry i; a missing one is that of the entry before.
[[nodiscard]] HuntJournal journalOf(const Hunt& hunt,
                                    const std::vector<std::chrono::sys_seconds>& times);

/// The whole document, with its "schema".
[[nodiscard]] json::Object toJson(const HuntJournal& journal);
/// What `toJson` wrote, or every fault of the document. Numbers come back as they were.
[[nodiscard]] ResultOrErrors<HuntJournal> readJournal(const json::Document& document);

}  // namespace linecheck::diagnosis
