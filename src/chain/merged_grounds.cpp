#include "chain/merged_grounds.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/check.h"
#include "chain/ground_graph.h"

namespace linecheck::chain {
namespace {

std::size_t otherEnd(const GroundLink& link, std::size_t node) {
  return link.from == node ? link.to : link.from;
}

}  // namespace

MergedGrounds::MergedGrounds(std::size_t nodes, std::span<const GroundLink> links)
    : links_(links), pieceOf_(nodes), internal_(nodes) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links[i].kind != GroundLink::Kind::internal) continue;
    internal_[links[i].from].push_back(i);
    internal_[links[i].to].push_back(i);
  }
  std::vector<bool> isSeen(nodes);
  std::size_t pieces = 0;
  for (std::size_t first = 0; first < nodes; ++first) {
    if (isSeen[first]) continue;
    std::vector<std::size_t> open{first};
    isSeen[first] = true;
    while (!open.empty()) {
      const std::size_t node = open.back();
      open.pop_back();
      pieceOf_[node] = pieces;
      for (const std::size_t link : internal_[node]) {
        const std::size_t next = otherEnd(links[link], node);
        if (isSeen[next]) continue;
        isSeen[next] = true;
        open.push_back(next);
      }
    }
    ++pieces;
  }
  neighbours_.resize(pieces);
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> seamOf;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto [a, b] = std::minmax(pieceOf_[links[i].from], pieceOf_[links[i].to]);
    if (a == b) continue;
    const auto [found, isNew] = seamOf.try_emplace({a, b}, seams_.size());
    if (isNew) {
      seams_.push_back({a, b, {}, false});
      neighbours_[a].push_back({b, found->second});
      neighbours_[b].push_back({a, found->second});
    }
    Seam& seam = seams_[found->second];
    seam.links.push_back(i);
    seam.hasAudioShield = seam.hasAudioShield || isAudioShield(links[i].kind);
  }
}

bool MergedGrounds::touches(std::size_t link, std::size_t piece) const {
  return pieceOf_[links_[link].from] == piece || pieceOf_[links_[link].to] == piece;
}

std::vector<std::size_t> MergedGrounds::complete(std::vector<std::size_t> circle) const {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < circle.size(); ++i) {
    if (!isAudioShield(links_[circle[i]].kind)) continue;
    if (!first || circle[i] < circle[*first]) first = i;
  }
  if (!LC_VERIFY(first && circle.size() >= 2)) return {};
  std::rotate(circle.begin(), circle.begin() + static_cast<std::ptrdiff_t>(*first), circle.end());
  const GroundLink& shield = links_[circle.front()];
  // Between only two pieces either direction will do.
  if (!touches(circle[1], pieceOf_[shield.to])) std::reverse(circle.begin() + 1, circle.end());

  std::vector<std::size_t> way{circle.front()};
  std::size_t node = shield.to;
  for (std::size_t i = 1; i < circle.size(); ++i) {
    const GroundLink& link = links_[circle[i]];
    const std::size_t entry = pieceOf_[link.from] == pieceOf_[node] ? link.from : link.to;
    appendWayInside(node, entry, way);
    way.push_back(circle[i]);
    node = otherEnd(link, entry);
  }
  appendWayInside(node, shield.from, way);
  return way;
}

void MergedGrounds::appendWayInside(std::size_t from, std::size_t to,
                                    std::vector<std::size_t>& way) const {
  if (from == to) return;
  // Searched from the far end, so that following the links found leads there in order.
  std::map<std::size_t, std::size_t> linkTowards;
  std::vector<std::size_t> open{to};
  for (std::size_t i = 0; i < open.size() && !linkTowards.contains(from); ++i) {
    for (const std::size_t link : internal_[open[i]]) {
      const std::size_t next = otherEnd(links_[link], open[i]);
      if (next != to && linkTowards.try_emplace(next, link).second) open.push_back(next);
    }
  }
  while (from != to) {
    const auto found = linkTowards.find(from);
    if (!LC_VERIFY(found != linkTowards.end())) return;
    way.push_back(found->second);
    from = otherEnd(links_[found->second], from);
  }
}

}  // namespace linecheck::chain
