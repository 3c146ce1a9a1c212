#include "simulation/scene/ground_network.h"

#include <cmath>

#include "base/check.h"

namespace linecheck::simulation {
namespace {

// Siemens: some picofarads at mains frequency.
constexpr double kStray = 1e-9;

}  // namespace

GroundNetwork::GroundNetwork(std::size_t nodes, std::vector<Branch> branches)
    : nodes_(nodes), branches_(std::move(branches)) {
  const std::size_t size = nodes_ - 1;
  factor_.assign(size * size, 0.0);
  const auto at = [&](std::size_t row, std::size_t column) -> double& {
    return factor_[row * size + column];
  };
  for (std::size_t i = 0; i < size; ++i) at(i, i) = kStray;
  for (const Branch& branch : branches_) {
    LC_VERIFY(branch.from < nodes_ && branch.to < nodes_ && branch.resistance.value() > 0.0);
    const double conductance = 1.0 / branch.resistance.value();
    if (branch.from > 0) at(branch.from - 1, branch.from - 1) += conductance;
    if (branch.to > 0) at(branch.to - 1, branch.to - 1) += conductance;
    if (branch.from > 0 && branch.to > 0) {
      at(branch.from - 1, branch.to - 1) -= conductance;
      at(branch.to - 1, branch.from - 1) -= conductance;
    }
  }
  for (std::size_t j = 0; j < size; ++j) {
    for (std::size_t k = 0; k < j; ++k) at(j, j) -= at(j, k) * at(j, k);
    // Rounding leaves no less than the stray conductance.
    at(j, j) = std::sqrt(std::max(at(j, j), kStray));
    for (std::size_t i = j + 1; i < size; ++i) {
      for (std::size_t k = 0; k < j; ++k) at(i, j) -= at(i, k) * at(j, k);
      at(i, j) /= at(j, j);
    }
  }
}

std::vector<double> GroundNetwork::potentials(std::vector<double> fed) const {
  const std::size_t size = nodes_ - 1;
  std::vector<double> solved(fed.begin() + 1, fed.end());
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < i; ++k) solved[i] -= factor_[i * size + k] * solved[k];
    solved[i] /= factor_[i * size + i];
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t k = i + 1; k < size; ++k) solved[i] -= factor_[k * size + i] * solved[k];
    solved[i] /= factor_[i * size + i];
  }
  fed[0] = 0.0;
  std::copy(solved.begin(), solved.end(), fed.begin() + 1);
  return fed;
}

std::vector<double> GroundNetwork::currents(const std::vector<double>& potentials) const {
  std::vector<double> currents;
  currents.reserve(branches_.size());
  for (const Branch& branch : branches_) {
    currents.push_back((potentials[branch.from] - potentials[branch.to]) /
                       branch.resistance.value());
  }
  return currents;
}

std::vector<double> GroundNetwork::currentsPerVolt(const std::vector<std::size_t>& driven) const {
  std::vector<double> fed(nodes_);
  for (const std::size_t index : driven) {
    const double current = 1.0 / branches_[index].resistance.value();
    fed[branches_[index].to] += current;
    fed[branches_[index].from] -= current;
  }
  std::vector<double> result = currents(potentials(std::move(fed)));
  for (const std::size_t index : driven) result[index] += 1.0 / branches_[index].resistance.value();
  return result;
}

std::vector<double> GroundNetwork::currentsPerAmpere(std::size_t node) const {
  std::vector<double> fed(nodes_);
  fed[node] = 1.0;
  return currents(potentials(std::move(fed)));
}

}  // namespace linecheck::simulation
