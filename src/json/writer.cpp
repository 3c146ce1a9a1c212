#include "json/writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace linecheck::json {
namespace {

class Writer {
 public:
  explicit Writer(const Layout& layout)
      : indent_(static_cast<std::size_t>(layout.indent > 0 ? layout.indent : 0)),
        plainListsInline_(layout.plainListsInline) {}

  void write(const Value& value, std::size_t depth) {
    if (const auto* boolean = value.getIf<bool>()) {
      text_ += *boolean ? "true" : "false";
    } else if (const auto* whole = value.getIf<std::int64_t>()) {
      writeNumber(*whole);
    } else if (const auto* real = value.getIf<double>()) {
      writeNumber(*real == 0.0 ? 0.0 : *real);  // "-0" is no number that anybody expects.
    } else if (const auto* string = value.getIf<std::string>()) {
      writeString(*string);
    } else if (const auto* array = value.getIf<Array>();
               array != nullptr && plainListsInline_ && std::ranges::all_of(*array, isPlain)) {
      writeInline(*array);
    } else if (array != nullptr) {
      writeList('[', ']', *array, depth, [&](const Value& item) { write(item, depth + 1); });
    } else if (const auto* object = value.getIf<Object>()) {
      writeList('{', '}', object->members(), depth, [&](const Member& member) {
        writeString(member.key);
        text_ += indent_ > 0 ? ": " : ":";
        write(member.value, depth + 1);
      });
    } else {
      text_ += "null";
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void writeNumber(auto number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text_.append(digits.data(), end);
  }

  void writeString(const std::string& string) {
    text_ += nlohmann::json(string).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

  static bool isPlain(const Value& value) {
    return value.getIf<Array>() == nullptr && value.getIf<Object>() == nullptr;
  }

  void writeInline(const Array& items) {
    text_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text_ += indent_ > 0 ? ", " : ",";
      write(items[i], 0);
    }
    text_ += ']';
  }

  void writeList(char open, char close, const auto& items, std::size_t depth, auto writeItem) {
    text_ += open;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text_ += ',';
      newLine(depth + 1);
      writeItem(items[i]);
    }
    if (!items.empty()) newLine(depth);
    text_ += close;
  }

  void newLine(std::size_t depth) {
    if (indent_ == 0) return;
    text_ += '\n';
    text_.append(depth * indent_, ' ');
  }

  std::size_t indent_;
  bool plainListsInline_;
  std::string text_;
};

}  // namespace

std::string toText(const Value& value, int indent) {
  return toText(value, Layout{.indent = indent});
}

std::string toText(const Value& value, const Layout& layout) {
  Writer writer(layout);
  writer.write(value, 0);
  return writer.take();
}

}  // namespace linecheck::json
