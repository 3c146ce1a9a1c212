#pragma once

#include <string_view>

namespace linecheck::measure {

/// What a figure, a trace or a statement is called, in English, to be translated: "Noise,
/// A-weighted". Its own id if nobody named it.
[[nodiscard]] std::string_view figureName(std::string_view id);

/// What a statement's word means: "hard" of "clip_kind" is "a hard edge". The word itself if nobody
/// said.
[[nodiscard]] std::string_view statementText(std::string_view id, std::string_view word);

}  // namespace linecheck::measure
