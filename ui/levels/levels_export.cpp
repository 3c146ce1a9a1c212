#include "levels/levels_export.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cmath>

#include "json/writer.h"
#include "levels/trace_chart.h"
#include "match/comparison_export.h"
#include "measure/capture_file.h"
#include "measure/procedure_json.h"
#include "plots/chart_painting.h"

namespace linecheck::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(LevelsExport)
};

QString fromView(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

QString channelField(std::optional<int> channel) {
  return channel ? QString::number(*channel + 1) : QString();
}

QString numberField(std::optional<double> value) {
  if (!value || std::isnan(*value)) return {};
  if (std::isinf(*value)) return *value < 0.0 ? QStringLiteral("-inf") : QStringLiteral("inf");
  return QString::number(*value, 'g', 12);
}

}  // namespace

QString runAsCsv(const PastRun& run) {
  QString csv = QStringLiteral("figure,input,value,uncertainty,unit\n");
  for (const auto& figure : run.reading.figures) {
    csv += csvField(QString::fromStdString(figure.id)) + u',' + channelField(figure.channel) +
           u',' + numberField(figure.value) + u',' + numberField(figure.uncertainty) + u',' +
           fromView(measure::unitKey(figure.unit)) + u'\n';
  }
  for (const auto& statement : run.reading.statements) {
    csv += csvField(QString::fromStdString(statement.id)) + u',' + channelField(statement.channel) +
           u',' + csvField(QString::fromStdString(statement.word)) + QStringLiteral(",,\n");
  }
  std::vector<ShownTrace> traces;
  for (const auto& trace : run.reading.traces) traces.push_back({run.name, 0, trace});
  return traces.empty() ? csv : csv + u'\n' + tracesCsv(traces);
}

Result<void> saveContent(const QString& file, const QByteArray& content) {
  return saveComparison(file, content);
}

Result<void> saveRunJson(const PastRun& run, const QString& file) {
  if (!run.result) {
    return fail(ErrorCode::unsupported,
                Words::tr("This run was loaded from such a file.").toStdString());
  }
  const std::string text = json::toText(measure::procedureJson(*run.result)) + '\n';
  return saveContent(file, QByteArray::fromStdString(text));
}

Result<void> saveRunCaptures(const PastRun& run, const QString& file) {
  const bool isKept = run.result && !run.result->recordings.front().capture.samples.empty();
  if (!isKept) {
    return fail(ErrorCode::unsupported,
                Words::tr("Samples are kept of the newest run only. Measure again.").toStdString());
  }
  const QFileInfo info(file);
  const auto& recordings = run.result->recordings;
  for (std::size_t step = 0; step < recordings.size(); ++step) {
    const QString name = recordings.size() == 1 ? file
                                                : QStringLiteral("%1/%2-%3.%4")
                                                      .arg(info.path(), info.completeBaseName())
                                                      .arg(step + 1)
                                                      .arg(info.suffix());
    auto saved = measure::saveCapture(std::filesystem::path(name.toStdU16String()),
                                      recordings[step].capture);
    if (!saved) return saved;
  }
  return {};
}

}  // namespace linecheck::ui
