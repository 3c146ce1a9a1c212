#include "profiles/csv_table.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace linecheck::profiles {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char delimiterOf(std::string_view text) {
  std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
  bool isQuoted = false;
  for (const char c : text) {
    if (c == '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (c == '\n' || c == '\r') break;
    for (auto& [delimiter, count] : counts) count += c == delimiter ? 1 : 0;
  }
  return std::ranges::max_element(counts, {}, &std::pair<char, int>::second)->first;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& name, char delimiter)
      : text_(text), name_(name), delimiter_(delimiter) {}

  void parse() {
    while (at_ < text_.size()) takeRow();
  }

  std::vector<CsvTable::Row> rows;
  Errors errors;

 private:
  void tell(std::size_t line, std::string what) {
    errors.push_back({ErrorCode::badInput, std::move(what), name_ + ':' + std::to_string(line)});
  }

  void takeRow() {
    CsvTable::Row row{line_, {}};
    do {
      row.cells.push_back(takeCell());
    } while (takeDelimiter());
    takeLineBreak();
    const bool isEmpty = std::ranges::all_of(row.cells, &std::string::empty);
    if (!isEmpty) rows.push_back(std::move(row));
  }

  std::string takeCell() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && text_[at_] == '"') return takeQuoted();
    std::string cell;
    while (at_ < text_.size() && text_[at_] != delimiter_ && !isLineBreak()) cell += text_[at_++];
    return trimmed(cell);
  }

  std::string takeQuoted() {
    const std::size_t begin = line_;
    std::string cell;
    ++at_;
    while (at_ < text_.size()) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_++];
    }
    if (at_ >= text_.size()) {
      tell(begin, "A quote is opened here and never closed.");
      return cell;
    }
    ++at_;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && text_[at_] != delimiter_ && !isLineBreak()) {
      tell(line_, "After a closing quote the cell must end; a quote inside it is written twice.");
      while (at_ < text_.size() && text_[at_] != delimiter_ && !isLineBreak()) ++at_;
    }
    return cell;
  }

  bool takeDelimiter() {
    if (at_ >= text_.size() || text_[at_] != delimiter_) return false;
    ++at_;
    return true;
  }

  [[nodiscard]] bool isLineBreak() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
  void takeLineBreak() {
    if (at_ >= text_.size()) return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  std::string_view text_;
  const std::string& name_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

ResultOrErrors<CsvTable> parseCsv(std::string_view text, const std::string& name) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!isUtf8(text)) {
    return tl::unexpected<Errors>(
        {{ErrorCode::badInput, "The file is not in UTF-8; save it as “CSV UTF-8”.", name}});
  }
  CsvTable table;
  table.delimiter = delimiterOf(text);
  Parser parser(text, name, table.delimiter);
  parser.parse();
  Errors errors = std::move(parser.errors);
  if (parser.rows.empty()) {
    errors.push_back(
        {ErrorCode::badInput, "The file is empty; it needs a row of column names.", name});
    return tl::unexpected<Errors>(std::move(errors));
  }
  table.header = std::move(parser.rows.front().cells);
  table.rows.assign(std::make_move_iterator(parser.rows.begin() + 1),
                    std::make_move_iterator(parser.rows.end()));
  for (const CsvTable::Row& row : table.rows) {
    if (row.cells.size() == table.header.size()) continue;
    errors.push_back({ErrorCode::badInput,
                      "This row has " + std::to_string(row.cells.size()) +
                          " cells, the first has " + std::to_string(table.header.size()) +
                          ". A cell with the delimiter in it stands in quotes.",
                      name + ':' + std::to_string(row.line)});
  }
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return table;
}

}  // namespace linecheck::profiles
