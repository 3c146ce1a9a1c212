#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "matching/evidence.h"
#include "matching/match.h"
#include "profiles/library.h"

namespace linecheck::ui {

/// What the page Match is about: the headphones, what is asked, and how every output in the
/// library does with them. An output is meant by its index; the indices change with the library
/// only.
class Candidates : public QObject {
  Q_OBJECT

 public:
  /// So many can be put side by side.
  static constexpr std::size_t kMostPicks = 4;

  /// The library outlives it, or is replaced before it goes.
  explicit Candidates(const profiles::Library& library, QObject* parent = nullptr);
  /// The outputs of another library; those picked that it has too stay picked. The headphones are
  /// to be set anew.
  void useLibrary(const profiles::Library& library);

  /// `profile` is null for headphones that were typed; nothing for none at all. What the user had
  /// not picked himself is picked anew.
  void setLoad(std::optional<matching::Load> load, const profiles::Profile* profile);
  void setRequest(const matching::Request& request);
  /// Takes an output in among those to compare, or out. False if there is no room for it.
  bool pick(std::size_t output, bool isPicked);

  [[nodiscard]] const profiles::Library& library() const { return *library_; }
  [[nodiscard]] const std::optional<matching::Load>& load() const { return load_; }
  [[nodiscard]] const profiles::Profile* headphones() const { return headphones_; }
  [[nodiscard]] const matching::Request& request() const { return request_; }

  [[nodiscard]] const std::vector<matching::Output>& outputs() const { return outputs_; }
  /// The profile that an output is of.
  [[nodiscard]] const profiles::Profile& source(std::size_t output) const {
    return *sources_[output];
  }
  /// One for each output, in their order; empty without headphones.
  [[nodiscard]] const std::vector<matching::Match>& matches() const { return matches_; }
  /// Outputs from the best to the worst.
  [[nodiscard]] const std::vector<std::size_t>& ranking() const { return ranking_; }
  [[nodiscard]] std::optional<std::size_t> best() const;

  /// The outputs side by side, in the order in which they are shown.
  [[nodiscard]] const std::vector<std::size_t>& picks() const { return picks_; }
  /// The place of an output among them.
  [[nodiscard]] std::optional<std::size_t> placeOf(std::size_t output) const;
  /// "A" … "D"
  [[nodiscard]] static QString markOf(std::size_t place);

  [[nodiscard]] matching::Evidence evidence(std::size_t output, matching::Figure figure) const;

 Q_SIGNALS:
  /// Other headphones, or another question: every figure may be another.
  void changed();
  void picksChanged();
  /// Other outputs than before; `changed` and `picksChanged` follow.
  void outputsChanged();

 private:
  void collect();
  void work();

  const profiles::Library* library_;
  std::optional<matching::Load> load_;
  const profiles::Profile* headphones_ = nullptr;
  matching::Request request_;
  std::vector<matching::Output> outputs_;
  std::vector<const profiles::Profile*> sources_;
  std::vector<matching::Match> matches_;
  std::vector<std::size_t> ranking_;
  std::vector<std::size_t> picks_;
  bool arePicksUsers_ = false;
};

}  // namespace linecheck::ui
