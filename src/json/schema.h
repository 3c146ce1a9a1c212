#pragma once

#include <memory>

#include "base/result.h"
#include "json/document.h"

namespace linecheck::json {

/// A JSON Schema, draft 7. Thread-safe: yes.
class Schema {
 public:
  /// `badInput` if the document is no schema. References to other files are not followed.
  [[nodiscard]] static Result<Schema> compile(const Document& schema);

  /// Everything in `document` that the schema does not allow.
  [[nodiscard]] Errors validate(const Document& document) const;

 private:
  struct Compiled;
  explicit Schema(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace linecheck::json
