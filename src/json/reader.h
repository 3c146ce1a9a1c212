#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/error.h"
#include "json/document.h"

namespace linecheck::json {

class Members;
class Reader;

/// One word of a closed vocabulary and what it stands for.
template <class T>
using Word = std::pair<std::string_view, T>;

/// A place in a document, which may be empty. Asked for a type that the value there does not have,
/// it tells its reader and answers nothing; an empty place answers nothing without a fault, since
/// whoever went there has told already. Lives no longer than its reader.
class Cursor {
 public:
  /// Whether there is a value here.
  explicit operator bool() const { return value_ != nullptr; }

  [[nodiscard]] std::optional<bool> boolean() const;
  /// Finite.
  [[nodiscard]] std::optional<double> number() const;
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  /// Text with something in it.
  [[nodiscard]] std::optional<std::string> text() const;
  /// One word of `vocabulary`; the fault names them all.
  template <class T>
  [[nodiscard]] std::optional<T> word(std::span<const Word<T>> vocabulary) const;
  template <class T, std::size_t N>
  [[nodiscard]] std::optional<T> word(const std::array<Word<T>, N>& vocabulary) const {
    return word(std::span<const Word<T>>(vocabulary));
  }
  /// The items of a list; empty if this is none.
  [[nodiscard]] std::vector<Cursor> items() const;
  /// The members of an object; without any if this is none.
  [[nodiscard]] Members members() const;

  [[nodiscard]] bool isNull() const { return value_ != nullptr && value_->isNull(); }
  [[nodiscard]] bool isText() const { return value_ != nullptr && value_->getIf<std::string>(); }
  [[nodiscard]] bool isList() const { return value_ != nullptr && value_->getIf<Array>(); }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }

  /// Tells the reader what is wrong with the value here.
  void fail(std::string what, ErrorCode code = ErrorCode::badInput) const;

 private:
  friend class Reader;
  friend class Members;
  Cursor(Reader& reader, const Value* value, std::string pointer)
      : reader_(&reader), value_(value), pointer_(std::move(pointer)) {}

  template <class T>
  [[nodiscard]] const T* expect(std::string_view wanted) const;
  [[nodiscard]] std::optional<std::size_t> wordIndex(
      std::span<const std::string_view> vocabulary) const;

  Reader* reader_;
  const Value* value_;
  std::string pointer_;
};

/// The members of one object. When it goes, each key that nobody asked for has been told as a
/// fault.
class Members {
 public:
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;
  Members(Members&&) = delete;
  Members& operator=(Members&&) = delete;
  ~Members();

  /// A key that must be there.
  [[nodiscard]] Cursor required(std::string_view key);
  /// A key that may be missing.
  [[nodiscard]] Cursor optional(std::string_view key);
  /// All members, where the keys themselves are content.
  [[nodiscard]] std::vector<std::pair<std::string, Cursor>> all();
  /// Tells of no unknown keys: which ones are known is itself unknown.
  void ignoreRest() { takesAll_ = true; }
  /// Whether there is an object at all.
  explicit operator bool() const { return object_ != nullptr; }
  /// The object itself.
  [[nodiscard]] const Cursor& place() const { return place_; }

 private:
  friend class Cursor;
  Members(Cursor place, const Object* object) : place_(std::move(place)), object_(object) {}

  Cursor place_;
  const Object* object_;  ///< Null where there is no object.
  std::set<std::string, std::less<>> asked_;
  bool takesAll_ = false;
};

/// Reads a document strictly and collects every fault on the way.
///
///     Reader reader(document);
///     {
///       Members root = reader.root().members();
///       profile.maker = root.required("maker").text().value_or("");
///     }
///     if (Errors errors = reader.errors(); !errors.empty()) …
class Reader {
 public:
  explicit Reader(const Document& document);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  [[nodiscard]] Cursor root() { return {*this, &document_.root(), ""}; }
  /// All faults so far, in the order in which they stand in the document.
  [[nodiscard]] Errors errors() const;

 private:
  friend class Cursor;
  void add(const Value* value, const std::string& pointer, std::string what, ErrorCode code);

  Document document_;
  std::unordered_map<const Value*, std::size_t> order_;
  std::vector<Document::Fault> faults_;
};

template <class T>
std::optional<T> Cursor::word(std::span<const Word<T>> vocabulary) const {
  std::vector<std::string_view> words;
  words.reserve(vocabulary.size());
  for (const Word<T>& word : vocabulary) words.push_back(word.first);
  const std::optional<std::size_t> index = wordIndex(words);
  if (!index) return std::nullopt;
  return vocabulary[*index].second;
}

}  // namespace linecheck::json
