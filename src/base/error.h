#pragma once

#include <string>
#include <vector>

namespace linecheck {

/// What kind of thing went wrong; the command line maps each to its exit code.
enum class ErrorCode {
  usage,               ///< The caller asked for something that makes no sense.
  badInput,            ///< A file or document is not what it should be.
  notFound,            ///< A named file, profile or device does not exist.
  unsupported,         ///< A rate, format or feature that this device or build lacks.
  io,                  ///< Reading or writing failed.
  audioDevice,         ///< A device could not be opened, or was lost.
  measurementInvalid,  ///< A capture from which no figure may be shown.
  cancelled,           ///< The user stopped it.
};

/// One fault, in words for the user: `what` happened and what to do about it, and `where`
/// (a file name, a JSON pointer, a device). Both are single lines.
struct Error {
  ErrorCode code = ErrorCode::badInput;
  std::string what;
  std::string where;

  /// "where: what", or only `what` where there is no place to name.
  [[nodiscard]] std::string message() const { return where.empty() ? what : where + ": " + what; }

  bool operator==(const Error&) const = default;
};

/// All the faults of one document, in the order in which they stand in it.
using Errors = std::vector<Error>;

}  // namespace linecheck
