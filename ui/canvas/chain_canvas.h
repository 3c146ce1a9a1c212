#pragma once

#include <QGraphicsView>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "canvas/chain_scene.h"
#include "canvas/control_view.h"
#include "document/chain_document.h"
#include "theme/theme.h"

namespace linecheck::ui {

class CableLegend;
class PullOverlay;

/// The chain as a drawing that can be edited: cards are dragged, cables pulled from socket to
/// socket, power from inlet to strip, switches clicked, knobs dragged up and down. What it shows
/// follows the document. One part at most is selected.
class ChainCanvas : public QGraphicsView {
  Q_OBJECT

 public:
  /// What a profile is dragged as.
  static constexpr const char* kProfileMime = "application/x-linecheck-profile";

  /// Both outlive the canvas.
  ChainCanvas(const Theme& theme, ChainDocument& document, QWidget* parent = nullptr);

  [[nodiscard]] const ChainScene& drawing() const { return scene_; }
  [[nodiscard]] const std::string& selected() const { return selected_; }
  /// A part that is not drawn, or an empty text, selects nothing.
  void select(const std::string& part);
  /// Has these parts stand out in a colour, and the others step back; none: as usual.
  void light(const std::map<std::string, Role>& parts);
  /// Moves the view so that the part can be seen.
  void reveal(const std::string& part);

  /// Shows the whole drawing, or what was framed last.
  void fit();
  /// Has `fit` show these parts as large as there is room for, now and after a change of size;
  /// none: the whole drawing.
  void frame(std::vector<std::string> parts);
  void zoomBy(double factor);

 Q_SIGNALS:
  void selectionChanged();
  /// The selected part is to be looked at closely.
  void detailsWanted();
  /// A profile was dropped with the card's upper left corner at `place`.
  void profileDropped(const QString& profile, QPointF place);
  /// Another part of the drawing is seen, or at another scale.
  void viewMoved();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  /// What lies under the pointer.
  struct Hit {
    PartItem* item = nullptr;
    std::optional<card::ConnectorRef> connector;
    std::optional<std::size_t> control;
    bool isInlet = false;
  };
  struct MoveCard {
    CardItem* card = nullptr;
    QPointF grip;  ///< From the card's corner to the pointer.
    bool hasMoved = false;
  };
  struct Target {
    QPointF at;
    std::function<Result<chain::Edit>()> plugIn;
  };
  struct Pull {
    QPointF start;
    std::optional<chain::Socket> socket;  ///< The end of a cable that stays; empty for power.
    std::optional<chain::CableId> moved;  ///< A cable that was plugged in already.
    std::vector<Target> targets;
  };
  struct Turn {
    chain::DeviceId device;
    std::string control;
    KnobScale scale;
    double from = 0.0;
    QPointF start;
    bool hasMoved = false;
  };
  struct Pan {
    QPoint last;
  };
  using Deed = std::variant<std::monostate, MoveCard, Pull, Turn, Pan>;

  void rebuild();
  [[nodiscard]] QRectF framedRect() const;
  void describe();
  void setScale(double scale, QPointF anchor);

  [[nodiscard]] Hit hitAt(QPointF at) const;
  void point(QPointF at);
  void beginCable(const CardItem& card, const card::ConnectorRef& connector);
  [[nodiscard]] Result<chain::Edit> plugIn(const std::optional<chain::CableId>& moved,
                                           const chain::Socket& from,
                                           const chain::Socket& to) const;
  void beginPower(const PartItem& item);
  [[nodiscard]] static std::optional<std::size_t> nearest(const Pull& pull, QPointF at);
  void endPull(const Pull& pull, QPointF at);
  void operate(const CardItem& card, std::size_t control, QPointF at, QPoint screen);
  void choosePosition(const chain::DeviceId& device, const std::string& control, QPoint screen);
  void setPosition(const chain::DeviceId& device, const std::string& control,
                   const std::optional<std::string>& position);
  void turn(Turn& turn, QPointF at);
  void abandon();
  void selectNeighbour(Qt::Key key);
  void nudge(Qt::Key key);

  const Theme& theme_;
  ChainDocument& document_;
  ChainScene scene_;
  PullOverlay* overlay_;
  CableLegend* legend_;
  std::string selected_;
  std::map<std::string, Role> lit_;
  std::vector<std::string> framed_;
  Deed deed_;
  bool isFitted_ = true;
};

}  // namespace linecheck::ui
