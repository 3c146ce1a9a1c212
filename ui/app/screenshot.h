#pragma once

#include <QString>
#include <functional>

namespace linecheck::ui {

class MainWindow;
class Session;

/// Saves a picture of the window once it shows a verdict and ends the program: with 0, or with 1
/// and a word on stderr if no verdict comes or the picture cannot be written.
void saveAfterVerdict(MainWindow& window, Session& session, const QString& file);

/// Saves a picture of the window once what was run on the page Levels is over.
void saveAfterMeasuring(MainWindow& window, const QString& file);

/// Starts the hunt on the page Hum after the first verdict and says "done" `steps` times; then
/// `whenDone`.
void huntByItself(MainWindow& window, int steps, std::function<void()> whenDone);

/// Saves a picture of the window as soon as it is drawn, for pages that wait for nothing.
void saveOnceDrawn(MainWindow& window, const QString& file);

}  // namespace linecheck::ui
