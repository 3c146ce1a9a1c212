#pragma once

#include <string>
#include <string_view>

#include "matching/match.h"

/// The words of `match`: short ones for JSON and tables, sentences for people.
namespace linecheck::cli {

[[nodiscard]] std::string_view word(matching::Verdict verdict);
[[nodiscard]] std::string_view word(matching::Limit limit);
[[nodiscard]] std::string_view word(matching::DeviationBasis basis);

/// How a reason is named in JSON, and under which keys its figures stand; a key is empty where the
/// reason has no such figure.
struct ReasonKeys {
  std::string_view id;
  std::string_view figure;
  std::string_view limit;
};
[[nodiscard]] ReasonKeys keysOf(matching::Reason::Kind kind);

/// "4.0 dB short of the peak that you ask for."
[[nodiscard]] std::string reasonText(const matching::Reason& reason);

}  // namespace linecheck::cli
