#include "text/run_result_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "measure/figure_words.h"
#include "text/levels_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using measure::FigureCell;
using measure::FigureRow;
using Tone = BannerState::Tone;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RunResult)
};

struct Grave {
  std::string_view id;
  std::string_view word;
  Tone tone = Tone::attention;
};

// The gravest first: what spoils what is heard, then what spoils the figures.
constexpr std::array kGrave = {
    Grave{"limiter", "linked_limiter", Tone::bad},
    Grave{"limiter", "automatic_gain", Tone::bad},
    Grave{"overs", "limited", Tone::bad},
    Grave{"relative_polarity", "opposite", Tone::bad},
    Grave{"level_between_steps", "changed", Tone::bad},
    Grave{"common_mode", "as_loud_as_before", Tone::bad},
    Grave{"clip_kind", "limiter"},
    Grave{"limiter", "cannot_tell"},
    Grave{"limiter", "clipping"},
    Grave{"clipping", "yes"},
    Grave{"clip_place", "computer"},
    Grave{"clip_place", "converter_in"},
    Grave{"clip_place", "converter_out_or_amplifier"},
    Grave{"clip_place", "amplifier"},
    Grave{"overs", "clipped"},
    Grave{"overs", "cannot_tell"},
    Grave{"polarity", "inverted"},
    Grave{"latency", "jumps"},
    Grave{"latency", "drifts"},
    Grave{"jitter", "sidebands"},
    Grave{"silence", "quieter_than_beside_tone"},
    Grave{"headphone_impedance", "needs_two_inputs"},
    Grave{"headphone_impedance", "no_load_found"},
    Grave{"headphone_impedance", "not_heard"},
    Grave{"output_impedance", "not_heard_under_load"},
    Grave{"tone", "not_found"},
};

struct Main {
  std::string_view kind;
  std::array<std::string_view, 3> figures;  // The first that is known.
};

constexpr std::array kMain = {
    Main{"noise", {"noise_a", "noise", {}}},
    Main{"distortion", {"thdn", "thd", {}}},
    Main{"response", {"deviation", "corner_high_3", {}}},
    Main{"crosstalk", {"crosstalk_1k", "crosstalk", {}}},
    Main{"balance", {"balance_worst", "balance_1k", {}}},
    Main{"latency", {"latency_time", "latency", {}}},
    Main{"jitter", {"jitter_rms", "jitter", {}}},
    Main{"intermodulation", {"smpte", "ccif", {}}},
    Main{"multitone", {"tdn", "tdn_level", {}}},
    Main{"level-steps", {"deviation", "gain", {}}},
    Main{"frequency-steps", {"deviation", "gain", {}}},
    Main{"headroom", {"headroom", "clip_level", "clip_kind"}},
    Main{"limiter", {"knee", "limiter", {}}},
    Main{"overs", {"overs", {}, {}}},
    Main{"output-impedance", {"output_impedance", "impedance_1k", {}}},
    Main{"headphone-impedance", {"headphone_impedance", "impedance_1k", {}}},
    Main{"common-mode", {"cmrr_1k", "cmrr", {}}},
};

QString fromView(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

bool isKnown(const FigureCell& cell) {
  return cell.value || cell.atMost || cell.atLeast || !cell.word.empty();
}

bool isKnown(const FigureRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const auto& entry) { return isKnown(entry.second); });
}

QString rowText(const FigureRow& row) {
  QStringList texts;
  bool isNumber = false;
  for (const auto& [channel, cell] : row.cells) {
    // A bound stays on one line with its sign.
    texts << figureCellText(row, cell).replace(QStringLiteral("< "), QStringLiteral("<\u00a0"));
    isNumber = isNumber || cell.value || cell.atMost || cell.atLeast;
  }
  texts.removeDuplicates();
  QString text = texts.front();
  for (qsizetype i = 1; i < texts.size(); ++i) text = Words::tr("%1 and %2").arg(text, texts[i]);
  if (isNumber) text = Reading{text, fromView(measure::unitSymbol(row.unit))}.text();
  return Words::tr("%1: %2").arg(measureWord(measure::figureName(row.id)), text);
}

const FigureRow* findRow(const std::vector<FigureRow>& rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [id](const FigureRow& row) {
    return row.id == id && isKnown(row);
  });
  return found == rows.end() ? nullptr : &*found;
}

// From which level on, where that is what the words leave open.
QString from(const measure::Reading& reading, std::string_view statement,
             std::optional<int> channel) {
  const bool isLimiter = statement == "limiter";
  const bool isClipping = statement == "clipping" || statement.starts_with("clip_");
  if (!isLimiter && !isClipping) return {};
  const auto* level = reading.figure(isLimiter ? "knee" : "clip_level", channel);
  if (level == nullptr || !level->value) return {};
  return QStringLiteral(". ") +
         Words::tr("From %1 on.")
             .arg(Reading{numberText(*level->value, measure::unitDecimals(level->unit)),
                          fromView(measure::unitSymbol(level->unit))}
                      .text());
}

}  // namespace

QString figureCellText(const FigureRow& row, const FigureCell& cell) {
  const int decimals = measure::unitDecimals(row.unit);
  if (cell.value) return numberText(*cell.value, decimals);
  if (cell.atMost) return QStringLiteral("< ") + numberText(*cell.atMost, decimals);
  if (cell.atLeast) return QStringLiteral("> ") + numberText(*cell.atLeast, decimals);
  return cell.word.empty() ? unknownReading().text() : measureWord(cell.word);
}

std::optional<RunFinding> gravestFinding(const measure::Reading& reading) {
  for (const Grave& grave : kGrave) {
    const auto is = [&](const measure::Statement& one) {
      return one.id == grave.id && one.word == grave.word;
    };
    const auto& all = reading.statements;
    const auto found = std::find_if(all.begin(), all.end(), is);
    if (found == all.end()) continue;
    // On all inputs alike it is told of none.
    const auto differs = std::any_of(all.begin(), all.end(), [&](const measure::Statement& one) {
      return one.id == grave.id && one.word != grave.word;
    });
    QString text =
        Words::tr("%1: %2").arg(measureWord(measure::figureName(grave.id)),
                                measureWord(measure::statementText(grave.id, grave.word)));
    if (differs && found->channel) {
      text = Words::tr("Input %1: %2").arg(*found->channel + 1).arg(text);
    }
    return RunFinding{text + from(reading, grave.id, found->channel), grave.tone};
  }
  return std::nullopt;
}

QString mainFigureText(std::string_view kind, const measure::Reading& reading) {
  const auto rows = measure::rowsOf(reading);
  const auto* const wanted = std::find_if(kMain.begin(), kMain.end(),
                                          [kind](const Main& main) { return main.kind == kind; });
  if (wanted != kMain.end()) {
    for (const std::string_view id : wanted->figures) {
      if (const FigureRow* row = findRow(rows, id)) return rowText(*row);
    }
  }
  const auto any =
      std::find_if(rows.begin(), rows.end(), [](const FigureRow& row) { return isKnown(row); });
  return any == rows.end() ? QString() : rowText(*any);
}

}  // namespace linecheck::ui
