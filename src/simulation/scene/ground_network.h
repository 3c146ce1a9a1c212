#pragma once

#include <cstddef>
#include <vector>

#include "units/quantity.h"

namespace linecheck::simulation {

/// The conductors of a desk's grounds as resistors between nodes, solved by Kirchhoff's laws.
/// Every node also hangs on node 0 by a stray conductance that is small against all else, so that
/// what is joined to nothing has a potential too.
class GroundNetwork {
 public:
  struct Branch {
    std::size_t from = 0;
    std::size_t to = 0;
    Ohms resistance;  ///< > 0
  };

  /// Nodes are numbered from 0; `nodes` ≥ 1.
  GroundNetwork(std::size_t nodes, std::vector<Branch> branches);

  [[nodiscard]] const std::vector<Branch>& branches() const { return branches_; }

  /// The current through each branch from its `from` to its `to`, if a voltage of 1 V in series
  /// with each of the `driven` branches drives it that way.
  [[nodiscard]] std::vector<double> currentsPerVolt(const std::vector<std::size_t>& driven) const;
  /// The same, if 1 A is fed into `node` and taken out of node 0.
  [[nodiscard]] std::vector<double> currentsPerAmpere(std::size_t node) const;

 private:
  [[nodiscard]] std::vector<double> potentials(std::vector<double> fed) const;
  [[nodiscard]] std::vector<double> currents(const std::vector<double>& potentials) const;

  std::size_t nodes_;
  std::vector<Branch> branches_;
  std::vector<double> factor_;  ///< Cholesky's, of the conductances without node 0, row by row.
};

}  // namespace linecheck::simulation
