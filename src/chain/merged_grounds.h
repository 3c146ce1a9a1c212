#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "chain/grounds.h"

namespace linecheck::chain {

/// A ground graph in which nodes joined by internal links are one piece of metal, and all links
/// between the same two pieces one seam. The links must outlive it.
class MergedGrounds {
 public:
  struct Seam {
    std::size_t a = 0;  ///< Piece, a < b.
    std::size_t b = 0;
    std::vector<std::size_t> links;  ///< Ascending.
    bool hasAudioShield = false;
  };
  struct Neighbour {
    std::size_t piece = 0;
    std::size_t seam = 0;
  };

  MergedGrounds(std::size_t nodes, std::span<const GroundLink> links);

  [[nodiscard]] std::size_t pieces() const { return neighbours_.size(); }
  [[nodiscard]] const std::vector<Seam>& seams() const { return seams_; }
  [[nodiscard]] const std::vector<Neighbour>& neighbours(std::size_t piece) const {
    return neighbours_[piece];
  }

  /// A circle of links, one per seam in order around a loop, completed with the internal links
  /// between them and turned so that it begins with its first audio shield.
  [[nodiscard]] std::vector<std::size_t> complete(std::vector<std::size_t> circle) const;

 private:
  [[nodiscard]] bool touches(std::size_t link, std::size_t piece) const;
  void appendWayInside(std::size_t from, std::size_t to, std::vector<std::size_t>& way) const;

  std::span<const GroundLink> links_;
  std::vector<std::size_t> pieceOf_;                ///< By node.
  std::vector<std::vector<std::size_t>> internal_;  ///< By node: its internal links.
  std::vector<Seam> seams_;
  std::vector<std::vector<Neighbour>> neighbours_;
};

}  // namespace linecheck::chain
