#include "cli/hunt_talk.h"

#include <istream>
#include <ostream>
#include <string>

#include "cli/hunt_report.h"
#include "cli/interrupt.h"
#include "diagnosis/step_words.h"
#include "measure/hum_measurement.h"

namespace linecheck::cli {
namespace {

using diagnosis::StepAction;

constexpr Seconds kListening = Seconds::of(5.0);
constexpr Seconds kLongListening = Seconds::of(20.0);

}  // namespace

HuntTalk::HuntTalk(const Session& session, const chain::Desk& desk, audio::Backend& backend,
                   audio::StreamConfig stream, const measure::AnalysisOptions& analysis)
    : session_(session),
      desk_(desk),
      backend_(backend),
      stream_(std::move(stream)),
      analysis_(analysis) {}

void HuntTalk::putBack(const diagnosis::Step& step) {
  std::string ignored;
  session_.err << "Put it back as it was: " << stepText(desk_, step)
               << "\nPress Enter when it is: " << std::flush;
  std::getline(*session_.input, ignored);
}

diagnosis::HuntPlayer::Reply HuntTalk::take(const diagnosis::ProposedStep& proposed) {
  const diagnosis::Step& step = proposed.step;
  const diagnosis::StepWords words = diagnosis::wordsFor(step, desk_);
  if (words.before) session_.err << words.before->english() << '\n';
  session_.err << stepText(desk_, step) << '\n'
               << words.what.english() << '\n'
               << words.why.english() << '\n';
  while (true) {
    session_.err << "Enter when done, s if you can't, u to undo the last step, q to stop: "
                 << std::flush;
    std::string answer;
    if (!std::getline(*session_.input, answer) || answer == "q") return Reply::stop;
    if (answer.empty() || answer == "\r") return Reply::done;
    if (answer == "s") return Reply::skip;
    if (answer == "u") return Reply::undo;
  }
}

Result<diagnosis::Diagnosis> HuntTalk::hear(const chain::Situation& /*situation*/,
                                            const diagnosis::Step* step) {
  if (step && step->action == StepAction::measureBaseline) {
    auto own = listen(kListening);
    if (!own) return own;
    baseline_ = std::move(own->evidence);
    session_.err << "Put the cables back as they were, and press Enter: " << std::flush;
    std::string ignored;
    std::getline(*session_.input, ignored);
  }
  const bool isLong = step && step->action == StepAction::captureLonger;
  return listen(isLong ? kLongListening : kListening);
}

Result<diagnosis::Diagnosis> HuntTalk::listen(Seconds seconds) const {
  session_.err << "Listening …\n" << std::flush;
  Interrupt interrupt;
  measure::CaptureControl control;
  control.stop = interrupt.token();
  control.onProgress = [&interrupt](double /*done*/) { interrupt.poll(); };
  measure::HumRequest request;
  request.stream = stream_;
  request.seconds = seconds;
  request.analysis = analysis_;
  const auto heard = measure::measureHum(backend_, request, control);
  if (!heard) return fail(heard.error());
  const measure::Assessment& assessment = heard->assessment;
  if (!assessment.validity.isValid()) {
    return fail(ErrorCode::measurementInvalid, assessment.validity.text);
  }
  std::vector<std::vector<double>> channels;
  for (int channel = 0; channel < std::min(heard->capture.channels, 2); ++channel) {
    channels.push_back(heard->capture.channel(channel, assessment.firstFrame, assessment.frames));
  }
  diagnosis::Listening listening;
  listening.analysis = analysis_;
  listening.baseline = baseline_ ? &*baseline_ : nullptr;
  return diagnosis::diagnoseSound(channels, Hertz::of(heard->capture.sampleRate), listening);
}

}  // namespace linecheck::cli
