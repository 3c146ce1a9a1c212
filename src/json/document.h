#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/value.h"

namespace linecheck::json {

/// What a document may cost before it is refused.
struct Limits {
  std::size_t bytes = std::size_t{4} << 20U;
  int depth = 64;  ///< Objects and lists inside each other.
};

/// A parsed document that remembers where it came from, so that its faults can be told.
class Document {
 public:
  /// A fault and its place in the order of the document.
  struct Fault {
    std::size_t order = 0;
    Error error;
  };

  Document(std::string name, Value root, std::vector<Fault> duplicateKeys);

  /// The file's name, or what else its faults are reported under.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Of two equal keys it holds the first.
  [[nodiscard]] const Value& root() const { return *root_; }
  /// Keys that stand twice in one object; `order` is that of the first one's value, counting
  /// the document's values from 0 in the order in which they begin.
  [[nodiscard]] const std::vector<Fault>& duplicateKeys() const { return duplicateKeys_; }

 private:
  std::string name_;
  std::shared_ptr<const Value> root_;  // Shared, so that cursors survive a moved document.
  std::vector<Fault> duplicateKeys_;
};

/// Parses JSON (RFC 8259, UTF-8). Bad syntax, a number beyond ±1.8e308, bytes that are not UTF-8
/// and a broken limit are one `badInput` with "name:line:column" as its place; duplicate keys are
/// left to the reader, which reports them with everything else. Thread-safe: yes.
[[nodiscard]] Result<Document> parse(std::string_view text, const std::string& name,
                                     const Limits& limits = {});

/// Reads and parses a file: `notFound` if there is none, `io` if it cannot be read.
[[nodiscard]] Result<Document> parseFile(const std::filesystem::path& file,
                                         const Limits& limits = {});

}  // namespace linecheck::json
