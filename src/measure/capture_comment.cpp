#include "measure/capture_comment.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace linecheck::measure {
namespace {

using audio::BlockFlags;
using audio::FlaggedFrames;

constexpr std::string_view kFamily = "linecheck.capture/";
constexpr std::string_view kVersion = "1";
constexpr std::size_t kMaxNameBytes = 150;

std::string oneLine(std::string text) {
  if (text.size() > kMaxNameBytes) {
    std::size_t end = kMaxNameBytes;
    // Not in the middle of a UTF-8 character.
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
  }
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' '; }, ' ');
  return text;
}

// One letter per flag.
std::string flagLetters(const BlockFlags& flags) {
  std::string letters;
  if (flags.inputOverflow) letters += 'I';
  if (flags.inputUnderflow) letters += 'i';
  if (flags.outputOverflow) letters += 'O';
  if (flags.outputUnderflow) letters += 'o';
  return letters;
}

std::optional<BlockFlags> flagsOf(std::string_view letters) {
  BlockFlags flags;
  for (const char letter : letters) {
    switch (letter) {
      case 'I':
        flags.inputOverflow = true;
        break;
      case 'i':
        flags.inputUnderflow = true;
        break;
      case 'O':
        flags.outputOverflow = true;
        break;
      case 'o':
        flags.outputUnderflow = true;
        break;
      default:
        return std::nullopt;
    }
  }
  if (!flags.any()) return std::nullopt;
  return flags;
}

template <class Number>
bool parse(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool parseCount(std::string_view text, std::int64_t& count) {
  return parse(text, count) && count >= 0;
}

// What stands before the separator, which is taken off with it; all without one.
std::string_view cut(std::string_view& text, char separator) {
  const std::size_t position = std::min(text.find(separator), text.size());
  const std::string_view head = text.substr(0, position);
  text.remove_prefix(std::min(position + 1, text.size()));
  return head;
}

// "480+240:Io"
bool parseFlagged(std::string_view text, FlaggedFrames& flagged) {
  const auto first = cut(text, '+');
  const auto count = cut(text, ':');
  const auto flags = flagsOf(text);
  if (!flags || !parseCount(first, flagged.first) || !parseCount(count, flagged.count)) {
    return false;
  }
  flagged.flags = *flags;
  return true;
}

bool parseFlags(std::string_view text, FlagLog& log) {
  std::int64_t end = 0;
  while (!text.empty()) {
    FlaggedFrames flagged;
    if (!parseFlagged(cut(text, ' '), flagged) || flagged.first < end) return false;
    end = flagged.first + flagged.count;
    log.add(flagged);
  }
  return true;
}

bool parseTone(std::string_view text, std::optional<TestTone>& tone) {
  double frequency = 0.0;
  double level = 0.0;
  if (!parse(cut(text, ' '), frequency) || !parse(text, level)) return false;
  if (!(frequency > 0.0) || !std::isfinite(frequency) || !std::isfinite(level)) return false;
  tone = TestTone{Hertz::of(frequency), DecibelsFs::of(level)};
  return true;
}

bool parseTime(std::string_view text, std::chrono::sys_seconds& time) {
  std::int64_t seconds = 0;
  if (!parseCount(text, seconds)) return false;
  time = std::chrono::sys_seconds(std::chrono::seconds(seconds));
  return true;
}

// "level=-20 seconds=4"
std::string valuesText(const Values& values) {
  std::string text;
  for (const auto& [id, value] : values.all()) {
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", id, value);
  }
  return text;
}

bool parseValues(std::string_view text, Values& values) {
  while (!text.empty()) {
    auto pair = cut(text, ' ');
    const auto id = cut(pair, '=');
    double value = 0.0;
    if (id.empty() || !parse(pair, value) || !std::isfinite(value)) return false;
    values.set(id, value);
  }
  return true;
}

// The first line of a procedure's notes: "noise 1 2", its id, the step and the outputs.
bool parseRun(std::string_view text, std::optional<RunNotes>& run) {
  RunNotes notes;
  notes.procedure = cut(text, ' ');
  const auto step = cut(text, ' ');
  if (notes.procedure.empty() || !parse(step, notes.step) || !parse(text, notes.outputs) ||
      notes.step < 1 || notes.outputs < 1) {
    return false;
  }
  run = std::move(notes);
  return true;
}

bool parseDecibels(std::string_view text, double& value) {
  return parse(text, value) && std::isfinite(value);
}

bool readRunLine(std::string_view key, std::string_view value, RunNotes& run) {
  if (key == "settings") return parseValues(value, run.values);
  double number = 0.0;
  if (!parseDecibels(value, number)) return false;
  if (key == "gate_dbfs") {
    run.gateLevel = DecibelsFs::of(number);
    return true;
  }
  if (key != "expected_gain_db") return false;
  run.expectedGain = Decibels::of(number);
  return true;
}

// Samples that were cut off later would pass for a measurement that was stopped.
bool parseFrames(std::string_view text, const Capture& capture) {
  std::int64_t frames = 0;
  return parseCount(text, frames) && (capture.channels == 0 || frames == capture.frames());
}

// The host API stands before the name and may hold anything but the separator.
constexpr std::string_view kDeviceSeparator = " | ";

std::string deviceText(const audio::DeviceId& id) {
  return fmt::format("{}{}{}", oneLine(id.hostApi), kDeviceSeparator, oneLine(id.name));
}

bool parseDevice(std::string_view text, std::optional<audio::DeviceId>& device) {
  const auto position = text.find(kDeviceSeparator);
  if (position == std::string_view::npos) return false;
  device = audio::DeviceId{std::string(text.substr(0, position)),
                           std::string(text.substr(position + kDeviceSeparator.size()))};
  return true;
}

bool readLine(std::string_view key, std::string_view value, Capture& capture) {
  if (key == "backend") {
    capture.backend = value;
    return true;
  }
  if (key == "input") return parseDevice(value, capture.input);
  if (key == "output") return parseDevice(value, capture.output);
  if (key == "started_unix") return parseTime(value, capture.startedAt);
  if (key == "tone_hz_dbfs") return parseTone(value, capture.stimulus);
  if (key == "settle_frames") return parseCount(value, capture.settleFrames);
  if (key == "tail_frames") return parseCount(value, capture.tailFrames);
  if (key == "lost_frames") return parseCount(value, capture.lostFrames);
  if (key == "flags") return parseFlags(value, capture.flags);
  if (key == "frames") return parseFrames(value, capture);
  if (key == "run") return parseRun(value, capture.run);
  return capture.run && readRunLine(key, value, *capture.run);
}

void addRun(const RunNotes& run, std::string& text) {
  text += fmt::format("run: {} {} {}\n", run.procedure, run.step, run.outputs);
  text += fmt::format("settings: {}\n", valuesText(run.values));
  text += fmt::format("gate_dbfs: {}\n", run.gateLevel.value());
  if (run.expectedGain) text += fmt::format("expected_gain_db: {}\n", run.expectedGain->value());
}

}  // namespace

std::string captureComment(const Capture& capture) {
  std::string text = fmt::format("{}{}\n", kFamily, kVersion);
  const auto add = [&text](std::string_view key, const auto& value) {
    text += fmt::format("{}: {}\n", key, value);
  };
  add("backend", oneLine(capture.backend));
  if (capture.input) add("input", deviceText(*capture.input));
  if (capture.output) add("output", deviceText(*capture.output));
  add("started_unix", capture.startedAt.time_since_epoch().count());
  if (capture.stimulus) {
    // Without a precision fmt writes the fewest digits that read back the same.
    add("tone_hz_dbfs",
        fmt::format("{} {}", capture.stimulus->frequency.value(), capture.stimulus->level.value()));
  }
  add("settle_frames", capture.settleFrames);
  add("tail_frames", capture.tailFrames);
  add("lost_frames", capture.lostFrames);
  std::string flags;
  for (const FlaggedFrames& flagged : capture.flags.entries()) {
    if (!flags.empty()) flags += ' ';
    flags += fmt::format("{}+{}:{}", flagged.first, flagged.count, flagLetters(flagged.flags));
  }
  if (!flags.empty()) add("flags", flags);
  add("frames", capture.frames());
  if (capture.run) addRun(*capture.run, text);
  return text;
}

bool isCaptureComment(std::string_view comment) {
  return comment.substr(0, kFamily.size()) == kFamily;
}

Result<void> readCaptureComment(std::string_view comment, Capture& capture) {
  auto header = cut(comment, '\n');
  header.remove_prefix(std::min(kFamily.size(), header.size()));
  if (header != kVersion) {
    return fail(ErrorCode::unsupported, "Was saved by a later version of Linecheck.");
  }
  while (!comment.empty()) {
    const auto line = cut(comment, '\n');
    auto value = line;
    const auto key = cut(value, ':');
    if (value.substr(0, 1) == " ") value.remove_prefix(1);
    if (!readLine(key, value, capture)) {
      if (key == "frames") {
        return fail(ErrorCode::badInput,
                    fmt::format("It was saved with {} frames and has {}: a part is missing, or "
                                "another program changed it.",
                                value, capture.frames()));
      }
      return fail(ErrorCode::badInput,
                  fmt::format("Its notes on the capture are damaged: \"{}\".", line));
    }
  }
  return {};
}

}  // namespace linecheck::measure
