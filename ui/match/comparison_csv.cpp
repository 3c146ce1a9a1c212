#include <cmath>

#include "match/comparison_export.h"
#include "plots/chart_painting.h"
#include "text/match_text.h"
#include "text/reason_text.h"

namespace linecheck::ui {
namespace {

using matching::Bounded;

class Line {
 public:
  void words(const QString& text) { cells_ << csvField(text); }
  void words(const std::string& text) { words(QString::fromStdString(text)); }
  template <class T>
  void figure(const Bounded<T>& figure, double scale = 1.0) {
    for (const double number : {figure.rawLow(), figure.rawNominal(), figure.rawHigh()}) {
      cells_ << csvNumber(number * scale);
    }
  }
  [[nodiscard]] QString text() const { return cells_.join(u',') + u'\n'; }

 private:
  QStringList cells_;
};

QString names() {
  QStringList names{QStringLiteral("rank"),       QStringLiteral("compared_as"),
                    QStringLiteral("source"),     QStringLiteral("output"),
                    QStringLiteral("headphones"), QStringLiteral("verdict")};
  for (const char* name :
       {"max_spl_db", "headroom_db", "loss_db", "damping_ratio", "response_deviation_db",
        "noise_spl_dba", "knob_travel_percent", "knob_attenuation_db", "source_impedance_ohm",
        "impedance_ohm", "voltage_at_target_v", "current_at_target_ma", "power_at_target_mw"}) {
    const QString figure = QLatin1String(name);
    names << figure + QStringLiteral("_low") << figure << figure + QStringLiteral("_high");
  }
  names << QStringLiteral("gain") << QStringLiteral("target_peak_db_spl")
        << QStringLiteral("listening_db_spl") << QStringLiteral("feed_v")
        << QStringLiteral("reasons");
  return names.join(u',') + u'\n';
}

}  // namespace

QString comparisonAsCsv(const Candidates& all) {
  QString csv = names();
  if (!all.load()) return csv;
  const matching::Request& request = all.request();
  const matching::Demand demand = matching::demandAt(*all.load(), request.peak);
  int rank = 0;
  for (const std::size_t index : all.ranking()) {
    const matching::Output& output = all.outputs()[index];
    const matching::Match& match = all.matches()[index];
    const auto place = all.placeOf(index);
    QStringList reasons;
    for (const auto& reason : match.reasons.all()) reasons << reasonText(reason);
    Line line;
    line.words(QString::number(++rank));
    line.words(place ? Candidates::markOf(*place) : QString());
    line.words(output.device);
    line.words(output.name);
    line.words(all.load()->name);
    line.words(verdictText(match.verdict));
    line.figure(match.maximum);
    line.figure(match.headroom);
    line.figure(match.loss);
    line.figure(match.damping);
    line.figure(match.deviation);
    line.figure(match.noise);
    line.figure(match.travel, 100.0);
    line.figure(match.attenuation);
    line.figure(request.sourceImpedance ? Bounded<Ohms>::exactly(*request.sourceImpedance)
                                        : output.impedance);
    line.figure(all.load()->impedance);
    line.figure(demand.voltage);
    line.figure(demand.current, 1e3);
    line.figure(demand.power, 1e3);
    line.words(match.gain && *match.gain < output.steps.size() ? output.steps[*match.gain].name
                                                               : std::string());
    line.words(csvNumber(request.peak.value()));
    line.words(csvNumber(request.listening.value()));
    line.words(csvNumber(request.feed.value()));
    line.words(reasons.join(u' '));
    csv += line.text();
  }
  return csv;
}

}  // namespace linecheck::ui
