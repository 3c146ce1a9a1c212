#include "app/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::ui {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<std::variant<CommandLine, CommandLineAnswer>> parse(QStringList arguments) {
  arguments.prepend(QStringLiteral("linecheck"));
  return parseCommandLine(arguments);
}

CommandLine parsed(const QStringList& arguments) {
  const auto result = parse(arguments);
  EXPECT_TRUE(result) << result.error().message();
  return result ? std::get<CommandLine>(*result) : CommandLine{};
}

std::string errorOf(const QStringList& arguments) {
  const auto result = parse(arguments);
  EXPECT_FALSE(result);
  if (result) return {};
  EXPECT_EQ(result.error().code, ErrorCode::usage);
  return result.error().message();
}

TEST(CommandLine, OpensAnOrdinaryWindowByDefault) {
  const CommandLine line = parsed({});
  EXPECT_EQ(line.backend, CommandLine::Backend::automatic);
  EXPECT_EQ(line.theme, ThemeChoice::system);
  EXPECT_FALSE(line.screenshot);
  EXPECT_EQ(line.size, QSize(1280, 800));
}

TEST(CommandLine, ReadsEveryOption) {
  const CommandLine line =
      parsed({QStringLiteral("--backend"), QStringLiteral("simulated"), QStringLiteral("--input"),
              QStringLiteral("Zen"), QStringLiteral("--output=Go"), QStringLiteral("--theme"),
              QStringLiteral("light"), QStringLiteral("--screenshot"), QStringLiteral("a.png"),
              QStringLiteral("--size"), QStringLiteral("1920x1080"), QStringLiteral("--headphones"),
              QStringLiteral("neuropunk-m1"), QStringLiteral("hum.wav")});
  EXPECT_EQ(line.backend, CommandLine::Backend::simulated);
  EXPECT_EQ(line.input, QStringLiteral("Zen"));
  EXPECT_EQ(line.output, QStringLiteral("Go"));
  EXPECT_EQ(line.theme, ThemeChoice::light);
  EXPECT_EQ(line.screenshot, QStringLiteral("a.png"));
  EXPECT_EQ(line.size, QSize(1920, 1080));
  EXPECT_EQ(line.headphones, QStringLiteral("neuropunk-m1"));
  EXPECT_EQ(line.recording, QStringLiteral("hum.wav"));
}

TEST(CommandLine, AHuntAsksForTheSimulatedStudioAndANumber) {
  const CommandLine line =
      parsed({QStringLiteral("--hunt"), QStringLiteral("3"), QStringLiteral("--hands-free")});
  EXPECT_EQ(line.huntSteps, 3);
  EXPECT_TRUE(line.handsFree);
  EXPECT_EQ(line.backend, CommandLine::Backend::simulated);
  EXPECT_THAT(errorOf({QStringLiteral("--hunt"), QStringLiteral("often")}), HasSubstr("often"));
  EXPECT_THAT(errorOf({QStringLiteral("--hunt"), QStringLiteral("1"), QStringLiteral("--backend"),
                       QStringLiteral("portaudio")}),
              HasSubstr("simulated"));
}

TEST(CommandLine, APageCanBeAskedForAndAChainFileBringsUpItsOwn) {
  EXPECT_EQ(parsed({}).page, Page::hum);
  EXPECT_EQ(parsed({QStringLiteral("--page"), QStringLiteral("chain")}).page, Page::chain);
  EXPECT_EQ(parsed({QStringLiteral("--page"), QStringLiteral("match")}).page, Page::match);
  EXPECT_EQ(parsed({QStringLiteral("--measure"), QStringLiteral("noise")}).page, Page::levels);
  const CommandLine line = parsed({QStringLiteral("desk.chain.json")});
  EXPECT_EQ(line.page, Page::chain);
  EXPECT_EQ(line.chain, QStringLiteral("desk.chain.json"));
  EXPECT_FALSE(line.recording);
  EXPECT_THAT(errorOf({QStringLiteral("--page"), QStringLiteral("loudness")}), HasSubstr("hum"));
}

TEST(CommandLine, FaultsAndDemoAskForTheSimulatedStudio) {
  const CommandLine line = parsed({QStringLiteral("--fault"), QStringLiteral("ground_loop"),
                                   QStringLiteral("--fault"), QStringLiteral("supply_ripple")});
  EXPECT_EQ(line.backend, CommandLine::Backend::simulated);
  EXPECT_THAT(line.faults,
              ElementsAre(simulation::Fault::groundLoop, simulation::Fault::supplyRipple));
  EXPECT_EQ(parsed({QStringLiteral("--demo")}).backend, CommandLine::Backend::simulated);
  EXPECT_THAT(
      errorOf({QStringLiteral("--demo"), QStringLiteral("--backend"), QStringLiteral("portaudio")}),
      HasSubstr("--backend"));
}

TEST(CommandLine, SaysWhatIsWrongAndWhatThereIs) {
  EXPECT_THAT(errorOf({QStringLiteral("--theme"), QStringLiteral("pink")}),
              ::testing::AllOf(HasSubstr("--theme"), HasSubstr("'pink'"), HasSubstr("dark")));
  EXPECT_THAT(errorOf({QStringLiteral("--fault"), QStringLiteral("gremlins")}),
              ::testing::AllOf(HasSubstr("'gremlins'"), HasSubstr("ground_loop")));
  EXPECT_THAT(errorOf({QStringLiteral("--size"), QStringLiteral("big")}), HasSubstr("1280x800"));
  EXPECT_THAT(errorOf({QStringLiteral("--frobnicate")}), HasSubstr("frobnicate"));
  EXPECT_THAT(errorOf({QStringLiteral("a.wav"), QStringLiteral("b.wav")}), HasSubstr("b.wav"));
}

TEST(CommandLine, AnswersHelpAndVersionWithoutAWindow) {
  const auto help = parse({QStringLiteral("--help")});
  ASSERT_TRUE(help);
  EXPECT_THAT(std::get<CommandLineAnswer>(*help).text.toStdString(),
              AllOf(HasSubstr("Usage: linecheck ["), HasSubstr("--screenshot")));
  const auto version = parse({QStringLiteral("--version")});
  ASSERT_TRUE(version);
  EXPECT_THAT(std::get<CommandLineAnswer>(*version).text.toStdString(),
              HasSubstr("Linecheck " LINECHECK_VERSION));
}

}  // namespace
}  // namespace linecheck::ui
