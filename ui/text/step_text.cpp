// A step in words.
#include "diagnosis/step_words.h"
#include "text/hunt_text.h"
#include "text/sentence_text.h"

namespace linecheck::ui {

StepWords stepWords(const diagnosis::Step& step, const chain::Desk& desk) {
  const diagnosis::StepWords words = diagnosis::wordsFor(step, desk);
  return {translated(words.title), translated(words.what), translated(words.why),
          words.before ? translated(*words.before) : QString()};
}

}  // namespace linecheck::ui
