#pragma once

#include <QGraphicsScene>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "canvas/chain_items.h"
#include "canvas/chain_layout.h"
#include "canvas/desk_view.h"
#include "chain/desk.h"

namespace linecheck::ui {

/// Everything that is drawn of a desk, each part as one item: cards and power points where the
/// layout or the user puts them, cables and leads between them.
class ChainScene : public QGraphicsScene {
  Q_OBJECT

 public:
  /// The palette outlives the scene and may change.
  explicit ChainScene(const Palette& palette, QObject* parent = nullptr);

  /// Draws this desk instead of the one before.
  void show(const chain::Desk& desk);
  /// Has these parts stand out in a colour, and all others step back; none: as usual. The
  /// selected part stands out in any case.
  void emphasise(const std::string& selected, const std::map<std::string, Role>& lit);
  /// Moves a card with everything that is plugged into it.
  void moveCard(CardItem& card, QPointF place);
  /// Puts it back to where the layout has it.
  void resetCard(CardItem& card);

  [[nodiscard]] const DeskView& view() const { return view_; }
  [[nodiscard]] const ChainLayout& layout() const { return layout_; }
  [[nodiscard]] const std::vector<CardItem*>& cards() const { return cards_; }
  [[nodiscard]] const std::vector<CableItem*>& cables() const { return cables_; }
  [[nodiscard]] const std::vector<PowerPointItem*>& powerPoints() const { return powerPoints_; }
  [[nodiscard]] const std::vector<PowerLeadItem*>& powerLeads() const { return powerLeads_; }
  /// Null for what is not drawn.
  [[nodiscard]] PartItem* item(const std::string& part) const;
  [[nodiscard]] const CardItem* card(const std::string& device) const;
  /// Where a socket's cable ends.
  [[nodiscard]] std::optional<QPointF> anchorOf(const chain::Socket& socket) const;
  /// Around cards and power points; empty without any.
  [[nodiscard]] QRectF drawingRect() const;
  /// The kinds of lines that are drawn, for a legend.
  [[nodiscard]] std::vector<Role> lineRoles() const;
  /// After a change of colours.
  void recolour();

 private:
  void routeCable(std::size_t cable);
  void routePower();
  [[nodiscard]] QPointF inletOf(const DeskView::PowerLead& lead) const;
  [[nodiscard]] std::size_t indexOf(const CardItem& card) const;

  const Palette& palette_;
  DeskView view_;
  ChainLayout layout_;
  std::vector<CardItem*> cards_;  ///< By card, cable … of the view.
  std::vector<CableItem*> cables_;
  std::vector<PowerPointItem*> powerPoints_;
  std::vector<PowerLeadItem*> powerLeads_;
  std::unordered_map<std::string, PartItem*> items_;
};

}  // namespace linecheck::ui
