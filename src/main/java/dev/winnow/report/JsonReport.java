package dev.winnow.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/**
 * Writes the report for programs. It is one JSON object with these fields:
 *
 * <ul>
 *   <li>{@code run}: version, rules, settings, began, seconds, threads, bytes_read, before
 *   <li>{@code totals}: numbers of documents, rejected and warned documents, kept and removed characters
 *   <li>{@code labels}, {@code sites} and {@code rules}: for each, documents, lines, kept and removed characters
 *   <li>{@code languages}, {@code months} and {@code causes}: numbers of documents
 *   <li>{@code unusual} documents, {@code removed_lines}, and {@code kept_lines} by site
 *   <li>{@code counted}: the numbers of documents that both lists of lines are about
 *   <li>{@code fields}: documents with and without each metadata field, by evidence
 *   <li>{@code warnings} by kind, {@code rejected} documents, {@code silent_rules} by pack
 * </ul>
 *
 * Characters are UTF-16 units of the normalised lines, without white space at their ends.
 */
final class JsonReport {

    private JsonReport() {}

    static String of(RunReport report) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            run(report.facts(), json);
            totals(report.statistics(), json);
            parts(report, json);
            lists(report, json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void run(RunFacts facts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("run");
        json.writeStringField("version", facts.version());
        json.writeStringField("rules", facts.rules());
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, String> setting : facts.settings().entrySet()) {
            json.writeStringField(setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
        json.writeStringField("began", facts.began().toString());
        json.writeNumberField("seconds", facts.seconds());
        json.writeNumberField("threads", facts.threads());
        json.writeNumberField("bytes_read", facts.bytesRead());
        json.writeNumberField("before", facts.before());
        json.writeEndObject();
    }

    private static void totals(RunStatistics statistics, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("totals");
        json.writeNumberField("documents", statistics.documents());
        json.writeNumberField(
                "rejected",
                statistics.causes().values().stream().mapToLong(Long::longValue).sum());
        json.writeNumberField("warned", statistics.warned());
        json.writeNumberField("kept", statistics.all().kept());
        json.writeNumberField("removed", statistics.all().removed());
        json.writeEndObject();
    }

    private static void parts(RunReport report, JsonGenerator json) throws IOException {
        RunStatistics statistics = report.statistics();
        json.writeArrayFieldStart("labels");
        for (var label : statistics.labels().entrySet()) {
            amount("label", label.getKey().key(), label.getValue(), json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sites");
        for (var site : statistics.sites().entrySet()) {
            json.writeStartObject();
            json.writeStringField("site", site.getKey());
            json.writeNumberField("usual_share", rounded(site.getValue().usual()));
            amount(site.getValue().amount(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (var rule : statistics.rules().entrySet()) {
            amount("rule", rule.getKey(), rule.getValue(), json);
        }
        json.writeEndArray();
        counts("languages", statistics.languages(), json);
        counts("months", statistics.months(), json);
        counts("causes", statistics.causes(), json);
    }

    private static void amount(String name, String value, Amount amount, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, value);
        amount(amount, json);
        json.writeEndObject();
    }

    private static void amount(Amount amount, JsonGenerator json) throws IOException {
        json.writeNumberField("documents", amount.documents());
        json.writeNumberField("lines", amount.lines());
        json.writeNumberField("kept", amount.kept());
        json.writeNumberField("removed", amount.removed());
    }

    private static void counts(String name, Map<String, Long> counts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void lists(RunReport report, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("unusual");
        for (SiteStatistics.Unusual document : report.unusual()) {
            json.writeStartObject();
            json.writeStringField("id", document.id());
            json.writeStringField("site", document.site());
            json.writeNumberField("kept", rounded(document.kept()));
            json.writeNumberField("usual", rounded(document.usual()));
            json.writeNumberField("distance", rounded(document.distance()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("counted");
        json.writeNumberField("removed_lines", report.statistics().countedForRemovedLines());
        json.writeNumberField("kept_lines", report.statistics().countedForKeptLines());
        json.writeEndObject();
        json.writeArrayFieldStart("removed_lines");
        for (FrequentLines.Frequent line : report.removedLines()) {
            json.writeStartObject();
            json.writeStringField("text", line.text());
            json.writeStringField("label", line.label().key());
            json.writeStringField("rule", line.rule());
            json.writeNumberField("documents", line.documents());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("kept_lines");
        for (FrequentLines.Kept line : report.keptLines()) {
            json.writeStartObject();
            json.writeStringField("site", line.site());
            json.writeStringField("text", line.text());
            json.writeStringField("label", line.label().key());
            json.writeStringField("rule", line.rule());
            json.writeNumberField("documents", line.documents());
            json.writeEndObject();
        }
        json.writeEndArray();
        fields(report.statistics(), json);
        warnings(report.statistics(), json);
        json.writeArrayFieldStart("rejected");
        for (RunStatistics.Rejected document : report.statistics().rejected()) {
            json.writeStartObject();
            json.writeStringField("origin", document.origin());
            json.writeStringField("id", document.id().isEmpty() ? null : document.id());
            json.writeStringField("cause", document.cause());
            json.writeStringField("reason", document.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("silent_rules");
        for (Map.Entry<String, List<String>> pack : report.silent().entrySet()) {
            json.writeArrayFieldStart(pack.getKey());
            for (String rule : pack.getValue()) {
                json.writeString(rule);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void fields(RunStatistics statistics, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("fields");
        for (var field : statistics.coverage().entrySet()) {
            Coverage coverage = Coverage.of(field.getValue());
            json.writeObjectFieldStart(field.getKey());
            json.writeNumberField("with", coverage.with());
            json.writeNumberField("without", coverage.without());
            counts("evidence", coverage.evidence(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void warnings(RunStatistics statistics, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (var kind : statistics.warnings().entrySet()) {
            json.writeStartObject();
            json.writeStringField("kind", kind.getKey());
            json.writeNumberField("documents", kind.getValue().documents());
            json.writeArrayFieldStart("ids");
            for (String id : kind.getValue().ids()) {
                json.writeString(id);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
