#include "json/document.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

#include "base/path_text.h"
#include "json/pointer.h"

namespace linecheck::json {
namespace {

/// Takes the parser's events and builds the value from them.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view text, const std::string& name, const Limits& limits)
      : text_(text), name_(name), limits_(limits) {}

  bool null() override { return add(Value()); }
  bool boolean(bool value) override { return add(Value(value)); }
  bool number_integer(number_integer_t value) override { return add(Value(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(Value(value)); }
  bool number_float(number_float_t value, const string_t&) override { return add(Value(value)); }
  bool string(string_t& value) override { return add(Value(std::move(value))); }
  bool binary(binary_t&) override { return false; }  // JSON has none.

  bool start_object(std::size_t) override { return open(true); }
  bool start_array(std::size_t) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Frame& frame = frames_.back();
    frame.key = std::move(name);
    const auto [it, isNew] = frame.keys.emplace(frame.key, values_);
    frame.dropsValue = frame.isDropped || !isNew;
    if (!isNew && !frame.isDropped) {
      duplicateKeys_.push_back({it->second,
                                {ErrorCode::badInput, "This key stands here twice; keep one.",
                                 place(name_, pointerTo(frame.pointer, frame.key))}});
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& exception) override {
    failAt(position, "This is not valid JSON: " + reason(exception.what()) + ".");
    return false;
  }

  std::optional<Error> takeError() { return std::move(error_); }
  Document takeDocument() {
    return {std::string(name_), std::move(root_), std::move(duplicateKeys_)};
  }

 private:
  struct Frame {
    bool isObject = false;
    bool isDropped = false;   ///< Lies in the value of a key that stands twice.
    bool dropsValue = false;  ///< So does the next value.
    std::string pointer;
    std::string key;  ///< Of the next value.
    std::unordered_map<std::string, std::size_t> keys;
    std::vector<Member> members;
    Array items;
  };

  bool nextIsDropped() const { return !frames_.empty() && frames_.back().dropsValue; }

  bool add(Value value) {
    if (!nextIsDropped()) ++values_;
    attach(std::move(value));
    return true;
  }

  bool open(bool isObject) {
    if (frames_.size() >= static_cast<std::size_t>(limits_.depth)) {
      error_ = Error{ErrorCode::badInput,
                     "More than " + std::to_string(limits_.depth) +
                         " objects and lists stand inside each other.",
                     std::string(name_)};
      return false;
    }
    Frame frame;
    frame.isObject = isObject;
    frame.isDropped = frame.dropsValue = nextIsDropped();
    if (!frames_.empty()) {
      const Frame& parent = frames_.back();
      frame.pointer = parent.isObject ? pointerTo(parent.pointer, parent.key)
                                      : pointerTo(parent.pointer, parent.items.size());
    }
    if (!frame.isDropped) ++values_;
    frames_.push_back(std::move(frame));
    return true;
  }

  bool close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    attach(frame.isObject ? Value(Object(std::move(frame.members)))
                          : Value(std::move(frame.items)));
    return true;
  }

  void attach(Value value) {
    if (frames_.empty()) {
      root_ = std::move(value);
    } else if (Frame& frame = frames_.back(); !frame.isObject) {
      frame.items.push_back(std::move(value));
    } else if (!frame.dropsValue || frame.isDropped) {
      frame.members.push_back({std::move(frame.key), std::move(value)});
    }
  }

  void failAt(std::size_t position, std::string what) {
    const std::string_view before = text_.substr(0, position > 0 ? position - 1 : 0);
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::string_view inLine = before.substr(before.rfind('\n') + 1);
    const auto characters = std::ranges::count_if(
        inLine, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    error_ =
        Error{ErrorCode::badInput, std::move(what),
              place(name_ + ':' + std::to_string(line) + ':' + std::to_string(characters + 1), "")};
  }

  /// The parser's own words without its numbering, its place (we give it) and the raw bytes that
  /// it read last.
  static std::string reason(std::string message) {
    if (const auto end = message.find("] "); end != std::string::npos) message.erase(0, end + 2);
    if (message.starts_with("parse error")) {
      if (const auto end = message.find(": "); end != std::string::npos) message.erase(0, end + 2);
    }
    if (const auto begin = message.find("; last read: '"); begin != std::string::npos) {
      const auto end = message.rfind("'; expected ");
      message.erase(begin, end == std::string::npos ? end : end + 1 - begin);
    }
    return message;
  }

  std::string_view text_;
  const std::string& name_;
  const Limits& limits_;
  std::vector<Frame> frames_;
  std::size_t values_ = 0;  ///< Kept so far.
  Value root_;
  std::vector<Document::Fault> duplicateKeys_;
  std::optional<Error> error_;
};

Error tooBig(const std::string& name, const Limits& limits) {
  return {ErrorCode::badInput,
          "This file is bigger than the " + std::to_string(limits.bytes) + " bytes allowed.",
          place(name, "")};
}

}  // namespace

Document::Document(std::string name, Value root, std::vector<Fault> duplicateKeys)
    : name_(std::move(name)),
      root_(std::make_shared<const Value>(std::move(root))),
      duplicateKeys_(std::move(duplicateKeys)) {}

Result<Document> parse(std::string_view text, const std::string& name, const Limits& limits) {
  if (text.size() > limits.bytes) return fail(tooBig(name, limits));
  Builder builder(text, name, limits);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
    return fail(builder.takeError().value_or(
        Error{ErrorCode::badInput, "This is not valid JSON.", place(name, "")}));
  }
  return builder.takeDocument();
}

Result<Document> parseFile(const std::filesystem::path& file, const Limits& limits) {
  const std::string name = pathText(file);
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) {
    return fail(ErrorCode::notFound, "There is no such file.", place(name, ""));
  }
  if (!std::filesystem::is_regular_file(status)) {
    return fail(ErrorCode::io, "This is not a file that can be read.", place(name, ""));
  }
  if (std::filesystem::file_size(file, error) > limits.bytes && !error) {
    return fail(tooBig(name, limits));
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    return fail(ErrorCode::io, "This file cannot be read; check its permissions.", place(name, ""));
  }
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  if (stream.bad()) return fail(ErrorCode::io, "Reading this file failed.", place(name, ""));
  return parse(text, name, limits);
}

}  // namespace linecheck::json
