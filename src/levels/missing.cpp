#include "levels/missing.h"

#include <unordered_set>
#include <utility>
#include <vector>

namespace linecheck::levels {

/// One item, or two sets joined.
struct MissingSet::Node {
  using Link = std::shared_ptr<const Node>;

  explicit Node(Missing one) : item(std::move(one)) {}
  Node(Link one, Link other) : left(std::move(one)), right(std::move(other)) {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  // Not by recursion, which would be as deep as a desk is long.
  ~Node() {
    std::vector<Link> last{std::move(left), std::move(right)};
    while (!last.empty()) {
      const Link node = std::move(last.back());
      last.pop_back();
      if (!node || node.use_count() > 1) continue;
      last.push_back(std::move(node->left));
      last.push_back(std::move(node->right));
    }
  }

  Missing item;
  mutable Link left;  // Taken from a node that is going, and only then.
  mutable Link right;
};

MissingSet::MissingSet(std::initializer_list<Missing> all) {
  for (const Missing& missing : all) insert(missing);
}

void MissingSet::insert(Missing missing) {
  auto node = std::make_shared<const Node>(std::move(missing));
  root_ = root_ ? std::make_shared<const Node>(std::move(root_), std::move(node)) : std::move(node);
}

void MissingSet::insert(const MissingSet& all) {
  if (all.root_ == root_ || all.empty()) return;
  root_ = root_ ? std::make_shared<const Node>(std::move(root_), all.root_) : all.root_;
}

std::set<Missing> MissingSet::items() const {
  std::set<Missing> items;
  std::unordered_set<const Node*> seen;
  std::vector<const Node*> open{root_.get()};
  while (!open.empty()) {
    const Node* node = open.back();
    open.pop_back();
    if (node == nullptr || !seen.insert(node).second) continue;
    if (!node->left) items.insert(node->item);
    open.push_back(node->left.get());
    open.push_back(node->right.get());
  }
  return items;
}

bool MissingSet::operator==(const MissingSet& other) const {
  return root_ == other.root_ || items() == other.items();
}

}  // namespace linecheck::levels
