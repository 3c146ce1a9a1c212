#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <initializer_list>
#include <utility>

#include "setup/step.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

tl::unexpected<Error> usage(const QString& what, const QString& where = {}) {
  return fail(ErrorCode::usage, what.toStdString(), where.toStdString());
}

template <class T>
Result<T> oneOf(const QString& option, const QString& word,
                std::initializer_list<std::pair<const char*, T>> words) {
  QStringList known;
  for (const auto& [name, value] : words) {
    if (word == QLatin1String(name)) return value;
    known << QLatin1String(name);
  }
  return usage(
      Text::tr("There is no '%1'; choose one of %2.").arg(word, known.join(QStringLiteral(", "))),
      option);
}

Result<QSize> sizeFrom(const QString& text) {
  static const QRegularExpression kPattern(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
  const auto match = kPattern.match(text);
  if (!match.hasMatch()) {
    return usage(Text::tr("'%1' is no size; write it like 1280x800.").arg(text),
                 QStringLiteral("--size"));
  }
  return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

QString faultIds() {
  QStringList ids;
  for (const simulation::FaultInfo& info : simulation::faults()) {
    ids << QString::fromUtf8(info.id.data(), static_cast<qsizetype>(info.id.size()));
  }
  return ids.join(QStringLiteral(", "));
}

Result<std::vector<simulation::Fault>> faultsFrom(const QStringList& ids) {
  std::vector<simulation::Fault> faults;
  for (const QString& id : ids) {
    const auto fault = simulation::findFault(id.toStdString());
    if (!fault) {
      return usage(Text::tr("There is no fault '%1'; choose among %2.").arg(id, faultIds()),
                   QStringLiteral("--fault"));
    }
    faults.push_back(*fault);
  }
  return faults;
}

// The options, and what they say.
class Parser {
 public:
  Parser() {
    parser_.setApplicationDescription(
        Text::tr("Finds what is wrong with a home studio's signal chain."));
    // Not addHelpOption(): it adds options of Qt's own too.
    parser_.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Prints this help.")});
    parser_.addVersionOption();
    const QString name = QStringLiteral("name");
    add("backend", Text::tr("How to reach the device: portaudio or simulated."), name);
    add("input", Text::tr("The input device, by its name or a part of it."), name);
    add("output", Text::tr("The output device, by its name or a part of it."), name);
    add("demo", Text::tr("Starts on the simulated studio."), {});
    add("fault", Text::tr("Switches on a fault of the simulated studio: %1.").arg(faultIds()),
        QStringLiteral("id"));
    add("theme", Text::tr("dark, light or system."), name);
    add("page",
        Text::tr("The page in front: start, chain, setup, hum, levels or "
                 "match."),
        name);
    add("headphones", Text::tr("The headphones on the page match, by the id of their profile."),
        QStringLiteral("id"));
    add("measure",
        Text::tr("Runs a measurement on the page levels, by its id; all is the check-up."),
        QStringLiteral("id"));
    add("loud",
        Text::tr("With --measure: plays louder than −20 dBFS too. With --screenshot and without "
                 "this, what is loud is left out."),
        {});
    add("hunt",
        Text::tr("Starts the hunt on the page hum, and says \"done\" so many times by itself; only "
                 "in the simulated studio."),
        QStringLiteral("steps"));
    add("setup-step", Text::tr("The step in front on the page setup, from 1."),
        QStringLiteral("number"));
    add("hands-free", Text::tr("Opens the hands-free view of the page hum."), {});
    add("screenshot",
        Text::tr("Saves a picture of the window, on the page hum after the first verdict, with "
                 "--measure or --hunt after that, and ends."),
        QStringLiteral("file"));
    add("size", Text::tr("The window's size; 1280x800 if not given."), QStringLiteral("WxH"));
    parser_.addPositionalArgument(QStringLiteral("file"),
                                  Text::tr("A sound file to replay, or a *.chain.json to open."),
                                  QStringLiteral("[file]"));
  }

  QCommandLineParser* operator->() { return &parser_; }
  /// What --help prints. Qt would name the program by its path, or, asked before there is an
  /// application, not at all.
  [[nodiscard]] QString help() const {
    const QString text = parser_.helpText();
    return Text::tr("Usage: linecheck [options]") + text.mid(text.indexOf(QLatin1Char('\n')));
  }
  [[nodiscard]] bool has(const char* option) const { return parser_.isSet(QLatin1String(option)); }
  [[nodiscard]] QString value(const char* option) const {
    return parser_.value(QLatin1String(option));
  }
  [[nodiscard]] std::optional<QString> ifGiven(const char* option) const {
    return has(option) ? std::optional(value(option)) : std::nullopt;
  }

 private:
  void add(const char* name, const QString& about, const QString& value) {
    QCommandLineOption option(QString::fromLatin1(name), about);
    option.setValueName(value);
    parser_.addOption(option);
  }

  QCommandLineParser parser_;
};

Result<void> readBackend(const Parser& parser, CommandLine& line) {
  if (parser.has("backend")) {
    const auto backend =
        oneOf<CommandLine::Backend>(QStringLiteral("--backend"), parser.value("backend"),
                                    {{"portaudio", CommandLine::Backend::portaudio},
                                     {"simulated", CommandLine::Backend::simulated}});
    if (!backend) return fail(backend.error());
    line.backend = *backend;
  }
  // All ask for the studio that has the faults.
  if (parser.has("demo") || !line.faults.empty() || line.huntSteps) {
    if (line.backend == CommandLine::Backend::portaudio) {
      return usage(Text::tr("Faults, demo and --hunt are the simulated studio's."),
                   QStringLiteral("--backend"));
    }
    line.backend = CommandLine::Backend::simulated;
  }
  return {};
}

}  // namespace

Result<std::variant<CommandLine, CommandLineAnswer>> parseCommandLine(
    const QStringList& arguments) {
  Parser parser;
  if (!parser->parse(arguments)) return usage(parser->errorText());
  if (parser.has("help")) return CommandLineAnswer{parser.help()};
  if (parser.has("version")) {
    return CommandLineAnswer{QStringLiteral("Linecheck " LINECHECK_VERSION "\n")};
  }
  const QStringList files = parser->positionalArguments();
  if (files.size() > 1) return usage(Text::tr("One file at a time."), files.at(1));

  CommandLine line;
  if (!files.isEmpty() && files.front().endsWith(QStringLiteral(".chain.json"))) {
    line.chain = files.front();
    line.page = Page::chain;
  } else if (!files.isEmpty()) {
    line.recording = files.front();
  }
  const auto faults = faultsFrom(parser->values(QStringLiteral("fault")));
  if (!faults) return fail(faults.error());
  line.faults = *faults;
  if (parser.has("hunt")) {
    bool isNumber = false;
    line.huntSteps = parser.value("hunt").toInt(&isNumber);
    if (!isNumber || *line.huntSteps < 0) {
      return usage(Text::tr("'%1' is no number of steps.").arg(parser.value("hunt")),
                   QStringLiteral("--hunt"));
    }
  }
  if (parser.has("setup-step")) {
    const auto steps = static_cast<int>(setup::stepIds().size());
    bool isNumber = false;
    line.setupStep = parser.value("setup-step").toInt(&isNumber);
    if (!isNumber || *line.setupStep < 1 || *line.setupStep > steps) {
      return usage(Text::tr("'%1' is no step of the set-up; there are %2.")
                       .arg(parser.value("setup-step"))
                       .arg(steps),
                   QStringLiteral("--setup-step"));
    }
    line.page = Page::setup;
  }
  line.handsFree = parser.has("hands-free");
  if (const auto read = readBackend(parser, line); !read) return fail(read.error());
  if (parser.has("theme")) {
    const auto theme = oneOf<ThemeChoice>(QStringLiteral("--theme"), parser.value("theme"),
                                          {{"dark", ThemeChoice::dark},
                                           {"light", ThemeChoice::light},
                                           {"system", ThemeChoice::system}});
    if (!theme) return fail(theme.error());
    line.theme = *theme;
  }
  // Whoever says nothing is asked.
  line.isWelcome = arguments.size() <= 1 ||
                   (parser.has("page") && parser.value("page") == QLatin1String("start"));
  if (parser.has("page") && !line.isWelcome) {
    const auto page = oneOf<Page>(QStringLiteral("--page"), parser.value("page"),
                                  {{"chain", Page::chain},
                                   {"setup", Page::setup},
                                   {"hum", Page::hum},
                                   {"levels", Page::levels},
                                   {"match", Page::match}});
    if (!page) return fail(page.error());
    line.page = *page;
  }
  if (parser.has("size")) {
    const auto size = sizeFrom(parser.value("size"));
    if (!size) return fail(size.error());
    line.size = *size;
  }
  line.input = parser.ifGiven("input");
  line.output = parser.ifGiven("output");
  line.headphones = parser.ifGiven("headphones");
  line.measurement = parser.ifGiven("measure");
  line.loud = parser.has("loud");
  if (line.measurement) line.page = Page::levels;
  line.screenshot = parser.ifGiven("screenshot");
  return line;
}

}  // namespace linecheck::ui
