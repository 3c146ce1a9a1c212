#include "bench/report.h"

#include <algorithm>
#include <chrono>

namespace linecheck::bench {
namespace {

std::vector<Section>& registered() {
  static std::vector<Section> sections;
  return sections;
}

}  // namespace

void Report::atMost(std::string name, double value, double limit, std::string unit) {
  figures_.push_back({std::move(name), value, limit, std::move(unit)});
}

std::uint64_t Report::setting(const std::string& name, std::uint64_t otherwise) const {
  const auto found = settings_.find(name);
  return found == settings_.end() ? otherwise : found->second;
}

Registration::Registration(std::string_view name, void (*measure)(Report&)) {
  registered().push_back({name, measure});
}

std::vector<Section> sections() {
  auto all = registered();
  std::sort(all.begin(), all.end(),
            [](const Section& a, const Section& b) { return a.name < b.name; });
  return all;
}

double medianSeconds(int runs, const std::function<void()>& work) {
  work();
  std::vector<double> seconds;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    seconds.push_back(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(seconds.begin(), seconds.begin() + runs / 2, seconds.end());
  return seconds[static_cast<std::size_t>(runs / 2)];
}

}  // namespace linecheck::bench
