package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.SourceDocument;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final String PAGE = """
            3 MIN READ
            Ferry service resumes after storm

            HARBOUR TOWN, June 2 (Reuters) - The first ferry left the harbour on Sunday morning, the company said.
            Share this article
            Nine people waited on the quay since Friday evening, an officer said.
            """;

    @Test
    void accountsForEveryCharacterOfTheLines() {
        Winnow winnow = Winnow.builder().build();
        SourceDocument source = SourceDocument.of("page", PAGE);
        Account account = winnow.account(source);
        int all = winnow.page(source).lines().stream()
                .mapToInt(line -> line.length())
                .sum();
        assertThat(account.stretches().stream()
                        .mapToInt(Account.Stretch::length)
                        .sum())
                .isEqualTo(all);
        int kept = account.stretches().stream()
                .filter(Account.Stretch::kept)
                .mapToInt(Account.Stretch::length)
                .sum();
        assertThat((double) kept / all).isEqualTo(account.article().kept());
        assertThat(account.article().text()).isEqualTo(winnow.clean(source).text());
    }

    @Test
    void tellsTheTextOfWhatWasRemovedOnly() {
        assertThat(Winnow.builder()
                        .build()
                        .account(SourceDocument.of("page", PAGE))
                        .stretches())
                .anyMatch(stretch -> stretch.text().equals("3 MIN READ") && !stretch.kept())
                .allMatch(stretch -> stretch.kept() == stretch.text().isEmpty());
    }
}
