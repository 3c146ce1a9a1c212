#include <gtest/gtest.h>

#include <QFile>
#include <utility>

#include "chain/file.h"
#include "document/chain_document.h"
#include "levels/figure_table.h"
#include "levels/parameter_form.h"
#include "levels/path_details.h"
#include "pages/levels_page.h"
#include "support/qt_wait.h"
#include "support/temporary_folder.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {
namespace {

using testing::waitUntil;

constexpr std::chrono::sys_seconds kDay{std::chrono::seconds(951'782'400)};
const audio::DeviceId kInterface{"ALSA", "Babyface"};

// All that the computer plays is turned down by 6 dB, as this desk has it.
constexpr const char* kDesk = R"({
  "schema": "linecheck.chain/1", "name": "Turned down",
  "mains": {"frequency_hz": 50, "voltage_v": 230, "working_earth": true},
  "devices": [
    {"id": "computer", "profile": "generic-computer", "name": "Computer",
     "settings": {"system-volume": {"gain_db": -6}},
     "computer": {"system": "linux", "path": "shared-mixer"}},
    {"id": "box", "profile": "rme-babyface-pro-fs", "name": "Babyface",
     "settings": {"mic-gain": {"gain_db": 0}}}],
  "cables": [
    {"id": "usb", "kind": "usb", "from": {"device": "computer", "port": "usb-a"},
     "to": {"device": "box", "port": "usb"}}]})";

/// A studio that is taken for an interface. Its loop has no gain.
class NamedStudio final : public audio::Backend {
 public:
  explicit NamedStudio(const audio::Pacing& pacing) : studio_({}, pacing) {}

  [[nodiscard]] std::string name() const override { return "portaudio"; }
  Result<std::vector<audio::Device>> devices() override {
    auto devices = studio_.devices();
    for (audio::Device& device : *devices) device.id = kInterface;
    return devices;
  }
  Result<void> probe(const audio::StreamConfig& config) override {
    return studio_.probe(inside(config));
  }
  Result<std::unique_ptr<audio::Stream>> open(const audio::StreamConfig& config,
                                              audio::BlockProcessor& processor) override {
    return studio_.open(inside(config), processor);
  }

 private:
  static audio::StreamConfig inside(audio::StreamConfig config) {
    using simulation::SimulatedStudio;
    const audio::DeviceId own{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
    if (config.input) config.input = own;
    if (config.output) config.output = own;
    return config;
  }

  simulation::SimulatedStudio studio_;
};

/// The page with a desk and calibrations behind it.
class LevelsBesideTest : public ::testing::Test {
 protected:
  void begin(CommandLine::Backend backend) {
    keeper = std::make_unique<CalibrationKeeper>(file, nullptr, [] { return kDay; });
    page = std::make_unique<LevelsPage>(theme, session, document, *keeper);
    page->resize(1100, 760);
    page->show();
    CommandLine wishes;
    wishes.backend = backend;
    session.begin(wishes);
    const bool isStudio = backend == CommandLine::Backend::simulated;
    ASSERT_TRUE(waitUntil(
        [&] { return session.stream().output && isStudio == (session.studio() != nullptr); }));
  }
  void beginOnInterface() {
    begin(CommandLine::Backend::automatic);
    ASSERT_EQ(session.stream().input, kInterface);
  }
  void openDesk() {
    const auto path = folder / "desk.chain.json";
    QFile desk(QString::fromStdString(path.string()));
    ASSERT_TRUE(desk.open(QIODevice::WriteOnly));
    desk.write(kDesk);
    desk.close();
    auto loaded = chain::loadFile(path, document.lookup());
    ASSERT_TRUE(loaded);
    document.replace(std::move(loaded->chain));
  }
  [[nodiscard]] bool measure(const char* id) const {
    page->choose(QString::fromLatin1(id));
    on<ParameterForm>().setField("seconds", QStringLiteral("1"));
    page->run();
    return !page->current().isIdle() && waitUntil([&] { return page->current().isIdle(); });
  }
  template <class T>
  [[nodiscard]] T& on() const {
    return *page->findChild<T*>();
  }
  [[nodiscard]] const BannerState& banner() const { return on<VerdictBanner>().state(); }
  [[nodiscard]] const FigureModel& figures() const { return on<FigureTable>().figures(); }
  void calibrate(int sampleRate) const {
    measure::FullScaleRecord record;
    record.device = kInterface;
    record.direction = audio::Direction::input;
    record.channels = {1};
    record.sampleRate = sampleRate;
    record.fullScale = DecibelsU::of(18.0);
    record.knownBy = measure::KnownByUser{};
    record.when = kDay;
    ASSERT_TRUE(keeper->save(record).empty());
  }

  linecheck::testing::TemporaryFolder folder;
  std::filesystem::path file = folder / "calibrations.json";
  Theme theme{ThemeChoice::dark};
  audio::Pacing fast{audio::Pace::asFastAsPossible, std::make_shared<SteadyClock>()};
  std::shared_ptr<simulation::SimulatedStudio> studio =
      std::make_shared<simulation::SimulatedStudio>(simulation::StudioConfig{}, fast);
  Session session{{studio, [this] { return std::make_shared<NamedStudio>(fast); }, fast}};
  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
  std::unique_ptr<CalibrationKeeper> keeper;
  std::unique_ptr<LevelsPage> page;
};

TEST_F(LevelsBesideTest, WhatIsNotAsTheDeskPredictsIsToldWithWhatMayBeBehindIt) {
  openDesk();
  beginOnInterface();
  ASSERT_TRUE(measure("path"));
  EXPECT_EQ(banner().tone, BannerState::Tone::attention);
  EXPECT_EQ(banner().word, u"Not as predicted");
  EXPECT_TRUE(banner().sentence.contains(QStringLiteral("higher than the chain predicts")));
  EXPECT_TRUE(on<PathDetails>().isVisible());
  EXPECT_TRUE(on<PathDetails>().text().contains(QStringLiteral("System volume")));
  EXPECT_TRUE(figures().hasPredictions());
  // What the desk says is what counts, also when it changes after the run.
  document.replace({});
  EXPECT_EQ(banner().tone, BannerState::Tone::good);
  EXPECT_FALSE(on<PathDetails>().isVisible());
}

TEST_F(LevelsBesideTest, TheSimulatedStudioIsNotHeldAgainstTheDesk) {
  openDesk();
  begin(CommandLine::Backend::simulated);
  ASSERT_TRUE(measure("path"));
  EXPECT_EQ(banner().tone, BannerState::Tone::good);
  EXPECT_FALSE(on<PathDetails>().isVisible());
  EXPECT_FALSE(figures().hasPredictions());
}

TEST_F(LevelsBesideTest, ACalibratedInputShowsItsLevelsInDbu) {
  beginOnInterface();
  calibrate(48000);
  ASSERT_TRUE(measure("noise"));
  const auto* noise = page->history().runs().back().reading.figure("noise", 0);
  ASSERT_NE(noise, nullptr);
  EXPECT_TRUE(figures().index(0, 1).data().toString().endsWith(
      QStringLiteral("  ") +
      QString::number(*noise->value + 18.0, 'f', 2).replace(u'-', QChar(0x2212)) +
      QStringLiteral("\u2009dBu")));
  EXPECT_FALSE(figures().index(0, 2).data().toString().contains(QStringLiteral("dBu")));
  EXPECT_FALSE(on<PathDetails>().isVisible());
}

TEST_F(LevelsBesideTest, ACalibrationThatDoesNotFitIsNotUsedAndToldWithItsReason) {
  beginOnInterface();
  calibrate(96000);
  ASSERT_TRUE(measure("noise"));
  EXPECT_FALSE(figures().index(0, 1).data().toString().contains(QStringLiteral("dBu")));
  EXPECT_TRUE(on<PathDetails>().isVisible());
  const QString text = on<PathDetails>().text();
  EXPECT_TRUE(text.contains(QStringLiteral("calibration of input 1 was not used")));
  EXPECT_TRUE(text.contains(QStringLiteral("The sample rate was 96")));
  EXPECT_EQ(banner().tone, BannerState::Tone::good) << "nothing is wrong with the sound";
}

TEST_F(LevelsBesideTest, ACalibrationTakenOnTheUsersWordIsUsedHereToo) {
  beginOnInterface();
  calibrate(96000);
  keeper->setPlace({kInterface, audio::Direction::input, 1, 48000, {}});
  ASSERT_FALSE(keeper->calibration());
  keeper->trust();
  ASSERT_TRUE(measure("noise"));
  EXPECT_TRUE(figures().index(0, 1).data().toString().contains(QStringLiteral("dBu")));
  EXPECT_FALSE(on<PathDetails>().isVisible());
  keeper->setAside();
  EXPECT_FALSE(figures().index(0, 1).data().toString().contains(QStringLiteral("dBu")));
}

TEST_F(LevelsBesideTest, ThePathIsHeldAgainstTheGainThatThisLoopWasSavedWith) {
  measure::LoopGainRecord saved;
  saved.output = saved.input = kInterface;
  saved.sampleRate = 48000;
  saved.gain = Decibels::of(-6.0);
  saved.when = kDay;
  ASSERT_TRUE(measure::addCalibration(file, saved));
  beginOnInterface();
  ASSERT_TRUE(measure("path"));
  const auto* path = page->history().runs().back().result->path();
  ASSERT_NE(path, nullptr);
  const auto* gain = path->find(measure::PathFault::gain);
  ASSERT_NE(gain, nullptr) << "the loop has 0 dB where it had -6";
  EXPECT_NE(banner().tone, BannerState::Tone::good);
}

}  // namespace
}  // namespace linecheck::ui
