#pragma once

#include <QAbstractButton>
#include <chrono>
#include <optional>

#include "setup/state.h"
#include "text/banner_state.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// One thing to see to, in a line or several: how it stands, what it is, and how that is known.
class ItemHeader : public QAbstractButton {
  Q_OBJECT

 public:
  explicit ItemHeader(const Theme& theme, QWidget* parent = nullptr);

  void show(const setup::ItemState& item, std::chrono::sys_seconds now, bool isCurrent);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QRect textRoom(int width) const;
  [[nodiscard]] QFont sentenceFont() const;
  [[nodiscard]] int sentenceHeight(int width) const;

  const Theme& theme_;
  BannerState::Tone tone_ = BannerState::Tone::quiet;
  setup::State state_ = setup::State::unknown;
  std::optional<setup::KnownBy> knownBy_;
  QString caption_;
  bool isCurrent_ = false;
};

}  // namespace linecheck::ui
