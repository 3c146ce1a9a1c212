#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

#include "app/page.h"
#include "base/result.h"
#include "simulation/faults.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// What the program was started with.
struct CommandLine {
  enum class Backend { automatic, portaudio, simulated };

  Backend backend = Backend::automatic;  ///< Automatic: the interface if there is one.
  std::optional<QString> input;          ///< A device's name, or a part of it.
  std::optional<QString> output;
  ThemeChoice theme = ThemeChoice::system;
  std::vector<simulation::Fault> faults;  ///< Switched on in the simulated studio.
  Page page = Page::hum;                  ///< In front; a chain file brings up the chain's.
  std::optional<QString> chain;           ///< A chain file to open.
  std::optional<QString> headphones;      ///< On the page match, by id.
  std::optional<QString> measurement;     ///< On the page levels, by id or "all"; run at once.
  bool loud = false;                      ///< It may be played above −20 dBFS.
  std::optional<int> huntSteps;       ///< On the page hum: hunts, and says "done" so many times.
  bool isWelcome = false;             ///< Nothing was asked for, or the page "start".
  std::optional<int> setupStep;       ///< On the page set-up, from 1.
  bool handsFree = false;             ///< On the page hum, over the whole window.
  std::optional<QString> recording;   ///< A file to open.
  std::optional<QString> screenshot;  ///< Saved after the first verdict; the program then ends.
  QSize size{1280, 800};              ///< Of the window, in logical pixels.
};

/// What is to be printed instead of opening a window.
struct CommandLineAnswer {
  QString text;
};

/// `arguments` with the program's name first. Errors are of code `usage`.
[[nodiscard]] Result<std::variant<CommandLine, CommandLineAnswer>> parseCommandLine(
    const QStringList& arguments);

}  // namespace linecheck::ui
