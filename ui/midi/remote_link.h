#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <optional>

#include "midi/remote.h"

namespace linecheck::ui {

/// Remote control by MIDI in the window: asks it often, tells what was pressed, and keeps which
/// controls do what in "midi.json" beside the program's other data.
class RemoteLink : public QObject {
  Q_OBJECT

 public:
  /// Without a folder nothing is kept.
  RemoteLink(std::unique_ptr<midi::Driver> driver, const std::filesystem::path& folder = {},
             QObject* parent = nullptr);
  ~RemoteLink() override;

  [[nodiscard]] const midi::RemoteSetup& setup() const { return remote_.setup(); }
  [[nodiscard]] midi::Ports ports() const { return remote_.ports(); }
  [[nodiscard]] bool isHeard(const midi::PortId& port) const {
    return remote_.heard().contains(port);
  }

  /// The next control that is pressed becomes the action's.
  void learn(midi::Action action);
  void stopLearning();
  [[nodiscard]] std::optional<midi::Action> learning() const { return remote_.learning(); }
  /// What was learnt takes the place of what is in its way.
  void replace();
  void clear(midi::Action action);
  void setLights(bool isOn);
  void setActive(midi::Action action, bool isActive) { remote_.setActive(action, isActive); }

  /// What was told last; empty before the first.
  [[nodiscard]] const QString& notice() const { return notice_; }
  /// Whether there is any MIDI on this computer, as far as is known.
  [[nodiscard]] bool hasSystem() const { return hasSystem_; }
  /// Whether that asks for `replace`.
  [[nodiscard]] bool isConflict() const { return isConflict_; }

 Q_SIGNALS:
  void pressed(linecheck::midi::Action action);
  /// Ports, bindings, learning or the notice are others.
  void changed();
  /// Something for the user to know that came about by itself, each time once: a flood, a port that
  /// does not open, no MIDI although there are controls to listen to.
  void told(const QString& message);

 private:
  void update();
  void save();

  std::filesystem::path file_;
  bool isBroken_ = false;  ///< The file cannot be read, and is left alone.
  midi::Remote remote_;
  QTimer poll_;
  QString notice_;
  bool isConflict_ = false;
  bool hasSystem_ = true;
};

/// The MIDI system that the user prefers, by the file in this folder; none if it names none.
[[nodiscard]] std::optional<midi::Api> preferredApi(const std::filesystem::path& folder);

/// "Next step", in the user's language.
[[nodiscard]] QString actionText(midi::Action action);

}  // namespace linecheck::ui
