#include "cli/profiles_edit.h"

#include <ostream>

#include "base/path_text.h"
#include "json/writer.h"
#include "profiles/vocabulary.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using profiles::Library;

constexpr std::string_view kSchema = "linecheck.profile-changes/1";

Object entryJson(const profiles::Profile& profile) {
  return Object{{"id", profile.id},
                {"kind", kindText(profile.kind)},
                {"maker", profile.maker},
                {"model", profile.model}};
}

}  // namespace

std::string kindText(profiles::Kind kind) {
  return std::string(profiles::wordFor(profiles::kKinds, kind));
}

Array errorsJson(const Errors& errors) {
  Array array;
  for (const Error& error : errors) {
    array.emplace_back(Object().set("where", error.where).set("what", error.what));
  }
  return array;
}

Library openLibrary(const Session& session) {
  Library library = Library::load(profiles::locations());
  for (const Library::Fault& fault : library.faults()) {
    for (const Error& error : fault.errors) {
      session.err << "linecheck-cli: left out: " << error.message() << '\n';
    }
  }
  return library;
}

Result<const Library::Entry*> findProfile(const Library& library, const std::string& id) {
  const Library::Entry* entry = library.find(id);
  if (entry != nullptr) return entry;
  return fail(ErrorCode::notFound,
              "There is no profile with this id; `linecheck-cli profiles list` names them all.",
              id);
}

void tellDone(const Session& session, const std::string& deed, const std::string& id,
              const std::string& file) {
  if (!session.json) {
    session.out << id << "  " << deed << (file.empty() ? "" : " to ") << file << '\n';
    return;
  }
  Object document{{"schema", kSchema}, {deed, id}};
  if (!file.empty()) document.set("file", file);
  session.out << json::toText(document) << '\n';
}

ExitCode refuse(const Session& session, const Errors& errors) {
  if (session.json) {
    Object document{{"schema", kSchema}, {"saved", Array()}};
    document.set("errors", errorsJson(errors));
    session.out << json::toText(document) << '\n';
  } else {
    for (const Error& error : errors) session.err << "linecheck-cli: " << error.message() << '\n';
  }
  return ExitCode::badInput;
}

Result<ExitCode> saveAll(const Session& session, const std::vector<profiles::Profile>& made,
                         profiles::Clash clash, bool isTrial) {
  const Library library = openLibrary(session);
  Errors errors;
  for (const profiles::Profile& profile : made) {
    if (std::string why = profiles::clashOf(profile, library, clash); !why.empty()) {
      errors.push_back(
          {ErrorCode::usage, why + " Use --replace to put this one in its place.", profile.id});
    }
  }
  if (!errors.empty()) return refuse(session, errors);

  Array saved;
  std::string text;
  for (const profiles::Profile& profile : made) {
    const Library::Entry* known = library.find(profile.id);
    const bool isInPlaceOfShipped = known != nullptr && !known->isUsers;
    Object entry = entryJson(profile);
    if (!isTrial) {
      const auto file = profiles::saveProfile(profile, library, profiles::locations(), clash);
      if (!file) {
        session.out << text;  // What was saved before is there.
        return fail(file.error().front());
      }
      entry.set("file", pathText(*file));
    } else {
      entry.set("file", json::Value());
    }
    entry.set("in_place_of_shipped", isInPlaceOfShipped);
    saved.emplace_back(std::move(entry));
    text += profile.id + "  " + profile.name() +
            (isInPlaceOfShipped ? "  (in place of the one that comes with Linecheck)" : "") + '\n';
  }
  if (session.json) {
    Object document{{"schema", kSchema}, {"dry_run", isTrial}};
    document.set("saved", std::move(saved)).set("errors", Array());
    text = json::toText(document) + '\n';
  } else if (isTrial) {
    session.err << "linecheck-cli: nothing was saved (--dry-run)\n";
  }
  session.out << text;
  return ExitCode::done;
}

}  // namespace linecheck::cli
