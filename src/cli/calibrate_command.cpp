#include <algorithm>
#include <map>

#include "cli/calibrate.h"

namespace linecheck::cli {

void CalibrationArguments::addTo(CLI::App& command) {
  stream.addTo(command, StreamArguments::Recordings::no);
  command
      .add_option("--channel", channels,
                  "Channel of the device, from 1; default 1; may be given again")
      ->check(CLI::Range(1, 1024));
  command.add_option("--control", controls,
                     "How a control stands, as \"gain=12 o'clock\"; may be given again");
}

std::vector<int> CalibrationArguments::sortedChannels() const {
  std::vector<int> sorted = channels;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

Result<measure::ControlSettings> CalibrationArguments::settings() const {
  measure::ControlSettings settings;
  for (const std::string& control : controls) {
    const std::size_t equals = control.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == control.size()) {
      return fail(ErrorCode::usage, "Write a control and its setting like gain=40%.", control);
    }
    const std::string name = control.substr(0, equals);
    if (!settings.emplace(name, control.substr(equals + 1)).second) {
      return fail(ErrorCode::usage, "This control is given twice.", name);
    }
  }
  return settings;
}

void MeterArguments::addTo(CLI::App& command) {
  command.add_option("--reading", reading, "What the meter reads, with its unit: 1.23V or 500mV");
  command
      .add_option("--meter-accuracy", percent, "Its accuracy in percent of the reading; default 1")
      ->check(CLI::Range(0.0, 50.0));
  command.add_option("--meter-digits", digits, "And in counts of the last digit; default 1")
      ->check(CLI::Range(0.0, 100.0));
  command.add_flag("--true-rms", isTrueRms, "It states true RMS up to the tone's frequency");
  const std::map<std::string, measure::Probes> words{
      {"unbalanced", measure::Probes::unbalanced},
      {"hot-to-cold", measure::Probes::hotToCold},
      {"hot-to-ground", measure::Probes::hotToGround},
  };
  command
      .add_option_function<std::string>(
          "--probes", [this, words](const std::string& word) { probes = words.at(word); },
          "Where its probes are: unbalanced (the default), or on a balanced jack hot-to-cold or "
          "hot-to-ground, which is half of the voltage")
      ->check(CLI::IsMember(words));
}

measure::KnownByMeter MeterArguments::at(const measure::MeterDisplay& display,
                                         const measure::TestTone& tone) const {
  measure::KnownByMeter known;
  known.reading = display.reading;
  known.lastDigit = display.lastDigit;
  known.frequency = tone.frequency;
  known.level = tone.level;
  known.accuracy = {percent, digits};
  known.probes = probes;
  return known;
}

std::chrono::sys_seconds today() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void addCalibrate(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("calibrate", "Find out how many volts 0 dBFS is at a jack, and keep it");
  command->require_subcommand(1);
  addCalibrateOutput(*command, session);
  addCalibrateInput(*command, session);
  addCalibrateFromProfile(*command, session);
  addCalibrateList(*command, session);
  addCalibrateRemove(*command, session);
}

}  // namespace linecheck::cli
