#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "cli/profiles_edit.h"
#include "cli/word_option.h"
#include "profiles/csv_import.h"
#include "profiles/loader.h"
#include "profiles/vocabulary.h"

namespace linecheck::cli {
namespace {

constexpr std::uintmax_t kMostBytes = std::uintmax_t{16} << 20U;

struct Wishes {
  std::string file;
  std::string source;
  std::string url;
  std::optional<profiles::Kind> kind;
  std::optional<profiles::Confidence> confidence;
  std::optional<profiles::Sensitivity::Reference> reference;
  bool mayReplace = false;
  bool isTrial = false;
};

Result<std::string> readTable(const std::string& file) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(file, error);
  if (error) return fail(ErrorCode::notFound, "There is no such file.", file);
  if (bytes > kMostBytes) return fail(ErrorCode::badInput, "The file is larger than 16 MiB.", file);
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return fail(ErrorCode::io, "This file cannot be read.", file);
  return text;
}

Result<ExitCode> import(const Session& session, const Wishes& wishes) {
  const auto clash = wishes.mayReplace ? profiles::Clash::replaceAny : profiles::Clash::refuse;
  std::string extension = std::filesystem::path(wishes.file).extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (extension == ".json") {
    auto profile = profiles::loadFile(wishes.file);
    if (!profile) return refuse(session, profile.error());
    return saveAll(session, {*std::move(profile)}, clash, wishes.isTrial);
  }
  const Result<std::string> text = readTable(wishes.file);
  if (!text) return fail(text.error());
  profiles::CsvDefaults defaults{wishes.kind, std::nullopt, wishes.confidence, wishes.reference};
  if (!wishes.source.empty()) defaults.source = {wishes.source, wishes.url};
  const auto made = profiles::importCsv(*text, wishes.file, defaults);
  if (!made) return refuse(session, made.error());
  return saveAll(session, *made, clash, wishes.isTrial);
}

}  // namespace

void addProfilesImport(CLI::App& command, Session& session) {
  auto wishes = std::make_shared<Wishes>();
  CLI::App* importing = command.add_subcommand(
      "import", "Take profiles over from a table (CSV) or from a profile file (JSON)");
  importing->add_option("FILE", wishes->file, "A .csv or .json file")->required();
  importing->add_option("--source", wishes->source,
                        "Where the figures of a table come from, where it does not say");
  importing->add_option("--url", wishes->url, "The address of that source");
  addWord(*importing, "--kind", wishes->kind, profiles::kKinds,
          "What the devices of a table are, where it does not say");
  addWord(*importing, "--confidence", wishes->confidence, profiles::kConfidences,
          "How sure the figures of a table are, where it does not say");
  addWord(*importing, "--reference", wishes->reference, kReferenceWords,
          "What a sensitivity in plain dB is for: 1 mW or 1 V");
  importing->add_flag("--replace", wishes->mayReplace,
                      "Replace your profile where you have one already");
  importing->add_flag("--dry-run", wishes->isTrial, "Check everything and save nothing");
  importing->callback([&session, wishes] {
    session.action = [&session, wishes] { return import(session, *wishes); };
  });
}

}  // namespace linecheck::cli
