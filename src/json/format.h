#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/document.h"
#include "json/value.h"

namespace linecheck::json {

/// One step of a document from a version of its format to the next. It must take any document,
/// also one with faults, and leaves these for the reader to tell.
using Migration = Object (*)(Object document);

/// A kind of document that states its format as `"schema": "linecheck.chain/1"`.
struct Format {
  std::string_view name;                  ///< "linecheck.chain"
  std::string_view noun;                  ///< "chain", for messages.
  std::span<const Migration> migrations;  ///< The first leads from version 1 to version 2.

  [[nodiscard]] int newest() const { return 1 + static_cast<int>(migrations.size()); }
  /// What a document of the newest version says under "schema".
  [[nodiscard]] std::string schema() const;
};

/// The document in the newest version of its format. An older one is led through all steps from
/// its own version on, and its name says so, since its places are then those of the newest one.
/// `unsupported` if it is newer, `badInput` if it is of another format. Without a readable
/// "schema" it comes back as it is: the reader tells about that with everything else.
[[nodiscard]] Result<Document> toNewest(const Document& document, const Format& format);

}  // namespace linecheck::json
