#include <QApplication>
#include <QIcon>
#include <cstdio>

#include "app/command_line.h"
#include "app/display.h"
#include "app/main_window.h"
#include "app/screenshot.h"
#include "app/session.h"
#include "audio/portaudio/portaudio_backend.h"
#include "base/log.h"
#include "canvas/default_chain.h"
#include "document/chain_document.h"
#include "hum/hunt_pane.h"
#include "measure/calibration_store.h"
#include "midi/remote_link.h"
#include "midi/rtmidi_driver.h"
#include "setup/step.h"
#include "simulation/example_desk.h"
#include "wizard/setup_model.h"
#include "wizard/setup_page.h"

namespace {

using namespace linecheck;
using namespace linecheck::ui;

constexpr int kBadUsage = 2;

// The chain is a picture beside the measurement: without its profiles the rest still works.
ChainView chainOrNothing(const profiles::Library& library) {
  const auto chain = defaultChain(library);
  if (chain) return *chain;
  log::warning("The chain cannot be drawn: {}", chain.error().message());
  return {};
}

// Until something of the user's was kept.
bool isFirstStart() {
  std::error_code error;
  return !std::filesystem::exists(measure::calibrationsFile().parent_path(), error);
}

int openWindow(int argc, char** argv, const CommandLine& wishes) {
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("linecheck"));
  QApplication::setApplicationDisplayName(QStringLiteral("Linecheck"));
  QApplication::setApplicationVersion(QStringLiteral(LINECHECK_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("org.linecheck.Linecheck"));
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/linecheck.svg")));

  Theme theme(wishes.theme);
  const SteadyClock clock;
  Session session({std::make_shared<simulation::SimulatedStudio>(simulation::demoStudio()),
                   [] { return std::shared_ptr(audio::makePortAudioBackend()); }});
  const auto library = profiles::Library::load(profiles::locations());
  ChainDocument document(library);
  const auto folder = measure::calibrationsFile().parent_path();
  RemoteLink remote(midi::makeRtMidiDriver({preferredApi(folder), "Linecheck"}), folder);
  MainWindow window(theme, session, clock, document, chainOrNothing(library),
                    measure::calibrationsFile());
  window.useRemote(remote);
  window.resize(wishes.size);
  if (wishes.screenshot && wishes.measurement) {
    saveAfterMeasuring(window, *wishes.screenshot);
  } else if (wishes.screenshot && wishes.huntSteps) {
    huntByItself(window, *wishes.huntSteps, [&] { saveOnceDrawn(window, *wishes.screenshot); });
  } else if (wishes.screenshot && wishes.page == Page::hum && !wishes.isWelcome) {
    saveAfterVerdict(window, session, *wishes.screenshot);
  } else if (wishes.screenshot) {
    saveOnceDrawn(window, *wishes.screenshot);
  }
  if (wishes.huntSteps && !wishes.screenshot) huntByItself(window, *wishes.huntSteps, {});
  window.show();
  if (wishes.chain) {
    window.openChain(*wishes.chain);
  } else if (wishes.backend == CommandLine::Backend::simulated && !wishes.measurement) {
    // A measurement would wait there until somebody says that the headphones are unplugged.
    document.replace(simulation::exampleDesk());
  }
  window.showPage(wishes.page);
  if (wishes.isWelcome && (wishes.screenshot || isFirstStart())) window.showWelcome();
  if (wishes.setupStep) {
    window.setup().model().go(setup::stepIds()[static_cast<std::size_t>(*wishes.setupStep) - 1]);
  }
  if (wishes.handsFree) window.hunt().enterHandsFree();
  if (wishes.headphones && !window.chooseHeadphones(*wishes.headphones)) {
    std::fprintf(stderr, "linecheck: There are no headphones with the id '%s'.\n",
                 qPrintable(*wishes.headphones));
    return kBadUsage;
  }
  session.begin(wishes);
  const LoudOnes loud = wishes.loud         ? LoudOnes::include
                        : wishes.screenshot ? LoudOnes::leaveOut
                                            : LoudOnes::ask;
  if (wishes.measurement && !window.measure(*wishes.measurement, loud)) {
    std::fprintf(stderr, "linecheck: There is no measurement with the id '%s'.\n",
                 qPrintable(*wishes.measurement));
    return kBadUsage;
  }
  return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  log::initialise(log::Level::warning);
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
  const auto parsed = parseCommandLine(arguments);
  if (!parsed) {
    std::fprintf(stderr, "linecheck: %s\n", parsed.error().message().c_str());
    return kBadUsage;
  }
  if (const auto* answer = std::get_if<CommandLineAnswer>(&*parsed)) {
    std::fputs(qPrintable(answer->text), stdout);
    return 0;
  }
  if (!hasDisplay()) {
    std::fprintf(stderr,
                 "linecheck: There is no display here to open a window on. Start it in a desktop "
                 "session, or run linecheck-cli in the terminal.\n");
    return 1;
  }
  return openWindow(argc, argv, std::get<CommandLine>(*parsed));
}
