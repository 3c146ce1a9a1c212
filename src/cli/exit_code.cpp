#include "cli/exit_code.h"

namespace linecheck::cli {

ExitCode exitCodeFor(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::badInput:
    case ErrorCode::notFound:
    case ErrorCode::unsupported:
    case ErrorCode::io:
      return ExitCode::badInput;
    case ErrorCode::audioDevice:
      return ExitCode::audioDevice;
    case ErrorCode::measurementInvalid:
    case ErrorCode::cancelled:
      return ExitCode::invalid;
  }
  return ExitCode::badInput;
}

}  // namespace linecheck::cli
