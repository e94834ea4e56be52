package dev.winnow.report;

import dev.winnow.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statistics need of one document; small, so that the document itself can go.
 *
 * @param site null when unknown
 * @param language null when unknown
 * @param published ISO date of any precision; null when unknown
 * @param kept share of the characters that stayed
 * @param warnings how many the article carries
 */
public record DocumentFacts(
        String id,
        @Nullable String site,
        @Nullable String language,
        @Nullable String published,
        double kept,
        int warnings,
        List<Account.Stretch> stretches) {

    public static DocumentFacts of(Account account) {
        var metadata = account.article().metadata();
        return new DocumentFacts(
                account.article().id(),
                metadata.site(),
                metadata.language(),
                metadata.published(),
                account.article().kept(),
                account.article().warnings().size(),
                account.stretches());
    }
}
