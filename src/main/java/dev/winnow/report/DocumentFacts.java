package dev.winnow.report;

import dev.winnow.Account;
import dev.winnow.document.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one document that statistics need. They are small, so the document need not stay in memory. Immutable.
 *
 * @param site null when unknown
 * @param published ISO date of any precision; null when unknown
 * @param kept share of kept characters, from 0 to 1
 * @param fields kind of evidence for each metadata field, see {@link Evidence}; an empty text if the field has no value
 * @param warnings warnings of the article
 * @param keptLines lines of which nothing was removed, see {@link Account#keptLines()}
 */
public record DocumentFacts(
        String id,
        @Nullable String site,
        @Nullable String language,
        @Nullable String published,
        double kept,
        Map<String, String> fields,
        List<String> warnings,
        List<Account.Stretch> stretches,
        List<Account.KeptLine> keptLines) {

    /** Kinds of evidence for a metadata value. Their number does not grow with the number of sites. */
    static final class Evidence {
        static final String NONE = "";
        static final String UNDECIDED = "undecided";
        static final String SITE = "site rules";
        static final String COMMON = "common rules";
        static final String OTHER = "other";

        private Evidence() {}

        /** @param id the evidence that the metadata name; null if they name none */
        static String kind(@Nullable String id) {
            if (id == null || id.isEmpty()) {
                return OTHER;
            }
            String source = id.substring(0, id.indexOf('/') < 0 ? id.length() : id.indexOf('/'));
            return source.equals("common") ? COMMON : source.contains(".") ? SITE : id;
        }
    }

    public DocumentFacts {
        fields = Map.copyOf(fields);
        warnings = List.copyOf(warnings);
        stretches = List.copyOf(stretches);
        keptLines = List.copyOf(keptLines);
    }

    /** Returns the facts about a cleaned document. */
    public static DocumentFacts of(Account account) {
        var metadata = account.article().metadata();
        return new DocumentFacts(
                account.article().id(),
                metadata.site(),
                metadata.language(),
                metadata.published(),
                account.article().kept(),
                fields(metadata),
                account.article().warnings(),
                account.stretches(),
                account.keptLines());
    }

    private static Map<String, String> fields(Metadata metadata) {
        Map<String, String> fields = new LinkedHashMap<>();
        metadata.fields().forEach((name, value) -> {
            // The evidence of images and credits is named after one value: caption, credit.
            String field = name.equals("images") ? "caption" : name.equals("credits") ? "credit" : name;
            if (field.equals("site_name")) {
                return;
            }
            boolean there = value != null && !value.equals(List.of());
            boolean undecided = metadata.undecided().stream().anyMatch(date -> Objects.equals(date.field(), field));
            fields.put(
                    field,
                    there
                            ? Evidence.kind(metadata.evidence().get(field))
                            : undecided ? Evidence.UNDECIDED : Evidence.NONE);
        });
        return fields;
    }
}
