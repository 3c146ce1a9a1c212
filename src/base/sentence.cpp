#include "base/sentence.h"

#include <cstddef>

#include "base/check.h"

namespace linecheck {

std::string Sentence::english() const {
  std::string result;
  for (const char* c = text; *c != '\0'; ++c) {
    if (*c == '%' && c[1] >= '1' && c[1] <= '9') {
      const auto index = static_cast<std::size_t>(c[1] - '1');
      if (LC_VERIFY(index < arguments.size())) result += arguments[index];
      ++c;
    } else {
      result += *c;
    }
  }
  return result;
}

}  // namespace linecheck
