#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "base/error.h"

namespace linecheck {

/// A value, or the one reason why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// A value, or every reason why there is none: for documents, which report all faults at once.
template <class T>
using ResultOrErrors = tl::expected<T, Errors>;

/// `return fail(ErrorCode::notFound, "No such device.", name);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string what,
                                                std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(what), std::move(where)});
}

/// Passes on the error of another result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace linecheck
