#include "base/replace_file.h"

#include <fstream>
#include <system_error>

#include "base/path_text.h"

namespace linecheck {
namespace {

namespace fs = std::filesystem;

bool write(const fs::path& file, std::string_view content) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  stream.close();
  return static_cast<bool>(stream);
}

}  // namespace

Result<void> replaceFile(const fs::path& file, std::string_view content) {
  std::error_code ignored;
  const bool isLink = fs::is_symlink(fs::symlink_status(file, ignored));
  const fs::path target = isLink ? fs::weakly_canonical(file, ignored) : file;
  fs::path part = target;
  part += ".part";
  if (!write(part, content)) {
    fs::remove(part, ignored);
    return fail(ErrorCode::io,
                "This file cannot be written: check that its folder exists and may be written to, "
                "and that the disk is not full.",
                pathText(file));
  }
  if (const fs::file_status before = fs::status(target, ignored); fs::is_regular_file(before)) {
    fs::permissions(part, before.permissions(), ignored);
  }
  std::error_code error;
  fs::rename(part, target, error);
  if (!error) return {};
  fs::remove(part, ignored);
  return fail(ErrorCode::io, "This file cannot be replaced: " + error.message() + ".",
              pathText(file));
}

}  // namespace linecheck
