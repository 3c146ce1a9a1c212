#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace linecheck::bench {

/// One line of the report: a figure beside the limit that it has to keep.
struct Figure {
  std::string name;
  double value = 0.0;
  double limit = 0.0;
  std::string unit;
};

/// Collects figures and prints them as a table; a figure above its limit is marked.
class Report {
 public:
  /// `value ≤ limit` is what is asked.
  void atMost(std::string name, double value, double limit, std::string unit);

  /// A line below the figures, always printed.
  void note(std::string line) { notes_.push_back(std::move(line)); }
  /// A line of a long table, printed where `--table` asks for it.
  void row(std::string line) { rows_.push_back(std::move(line)); }

  /// What `--name=number` on the command line asks for.
  void set(std::string name, std::uint64_t value) { settings_[std::move(name)] = value; }
  [[nodiscard]] std::uint64_t setting(const std::string& name, std::uint64_t otherwise) const;

  [[nodiscard]] const std::vector<Figure>& figures() const { return figures_; }
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  [[nodiscard]] const std::vector<std::string>& rows() const { return rows_; }

 private:
  std::vector<Figure> figures_;
  std::vector<std::string> notes_;
  std::vector<std::string> rows_;
  std::map<std::string, std::uint64_t> settings_;
};

/// One group of figures, measured by one function in one file.
struct Section {
  std::string_view name;
  void (*measure)(Report&);
};

/// Registers a section at program start: `const bench::Registration kHum{"hum", measureHum};`
class Registration {
 public:
  Registration(std::string_view name, void (*measure)(Report&));
};

/// All registered sections, by name.
[[nodiscard]] std::vector<Section> sections();

/// Median wall time of `work` in seconds over `runs` runs after one warm-up.
[[nodiscard]] double medianSeconds(int runs, const std::function<void()>& work);

}  // namespace linecheck::bench
